package io.decklog.standalone.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a second Decklog off a data folder. The operating system lets go of it when this process dies, however it dies. */
final class FolderLock implements AutoCloseable {
    /** Within one process the file lock is no help: closing a second channel on the file would even release the first. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock of(DataFolder folder) {
        Path file = folder.lock();
        if (!HELD_BY_THIS_PROCESS.add(file)) {
            throw inUse(folder, ProcessHandle.current().pid() + "");
        }
        FolderLock held = null;
        try {
            held = acquire(file);
        } catch (IOException e) {
            throw CannotStart.on(folder.root(), e);
        } finally {
            if (held == null) {
                HELD_BY_THIS_PROCESS.remove(file);
            }
        }
        if (held == null) {
            throw inUse(folder, holder(file));
        }
        return held;
    }

    private static @Nullable FolderLock acquire(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
        return new FolderLock(file, channel);
    }

    private static String holder(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static CannotStart inUse(DataFolder folder, String pid) {
        return new CannotStart(("Another Decklog (process %s) is already running on %s. "
                        + "Stop it, or set DECKLOG_DATA to another folder.")
                .formatted(pid, folder.root()));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock goes with this process at the latest, and nothing is left to be told about it.
        } finally {
            HELD_BY_THIS_PROCESS.remove(file);
        }
    }
}
