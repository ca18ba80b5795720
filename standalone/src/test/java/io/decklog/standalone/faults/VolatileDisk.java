package io.decklog.standalone.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A disk that keeps what it was told to flush, and forgets everything else that was written when its power is cut. A block
 * server (nbdkit) holds what was not flushed in memory; a file in user space (nbdfuse) and a loop device make a disk of it.
 */
final class VolatileDisk {

    private static final String[] PROGRAMS = {"nbdkit", "nbdfuse", "losetup", "mkfs.ext4", "mount", "umount"};
    private static final long BYTES = 768L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path image;
    private final Path socket;
    private final Path fuse;
    private final Path mountPoint;
    private boolean isFormatted;
    private boolean isAttached;
    private List<Process> processes = List.of();
    private String loop = "";

    private VolatileDisk(Path folder, Path mountPoint) throws IOException {
        this.image = folder.resolve("disk.img");
        this.socket = folder.resolve("disk.sock");
        this.fuse = Files.createDirectory(folder.resolve("disk"));
        this.mountPoint = Files.createDirectory(mountPoint);
    }

    static void demandTools() {
        Rounds.demand(PROGRAMS);
    }

    /** A new and empty one, mounted at a folder that is made for it. */
    static VolatileDisk mountedAt(Path mountPoint, Path folder) throws IOException, InterruptedException {
        var disk = new VolatileDisk(folder, mountPoint);
        try (var file = new RandomAccessFile(disk.image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        disk.powerOn();
        return disk;
    }

    void powerOn() throws IOException, InterruptedException {
        Files.deleteIfExists(socket);
        var server = started(
                "nbdkit", "-f", "-U", socket.toString(), "--filter=cache", "file", image.toString(), "cache=writeback");
        await(socket);
        processes = List.of(server);
        var device = started("nbdfuse", fuse.resolve("disk").toString(), "--unix", socket.toString());
        processes = List.of(server, device);
        await(fuse.resolve("disk"));
        if (!isFormatted) {
            Rounds.run("mkfs.ext4", "-q", "-F", fuse.resolve("disk").toString());
            isFormatted = true;
        }
        loop = Rounds.run("losetup", "-f", "--show", fuse.resolve("disk").toString());
        Rounds.run("mount", loop, mountPoint.toString());
        isAttached = true;
    }

    private static Process started(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void await(Path file) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > deadline) {
                throw new IOException(file + " does not appear");
            }
            Thread.sleep(20);
        }
    }

    /** What was not flushed is gone; whoever goes on reading or writing gets errors. */
    void cutPower() throws InterruptedException {
        processes.getFirst().destroyForcibly().waitFor();
    }

    /** Lets go of a disk nobody uses any more, unless that was done. */
    void detach() throws IOException, InterruptedException {
        if (!isAttached) {
            return;
        }
        unmount();
        Rounds.run("losetup", "-d", loop);
        Rounds.run("umount", "-l", fuse.toString());
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
        isAttached = false;
    }

    private void unmount() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Rounds.run("umount", mountPoint.toString());
                return;
            } catch (IOException busy) {
                if (System.nanoTime() > deadline) {
                    throw busy;
                }
                Thread.sleep(50);
            }
        }
    }
}
