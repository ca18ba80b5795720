package io.decklog.standalone.faults;

import io.decklog.standalone.NodeProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/**
 * A node whose clock can be set while it runs; the time that passes is left alone, as on a machine whose clock is set.
 *
 * @param offset the file libfaketime reads: what is to be added to the time of the machine
 */
record SettableNode(NodeProcess process, Path offset) {

    static void demandTools() {
        Rounds.demand("faketime");
    }

    /** @param side the class that runs it */
    static SettableNode of(Class<?> side, String database, Path folder) throws IOException {
        var offset = Files.createTempFile(folder, "clock", "");
        var environment = Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                offset.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", // by which a virtual machine may wait for ever
                "0");
        var node = new SettableNode(new NodeProcess(side, database, folder).with(environment), offset);
        node.setClock(Duration.ZERO);
        return node;
    }

    private static Path library() throws IOException {
        try (var architectures = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            for (var architecture : architectures) {
                var library = architecture.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return library;
                }
            }
        }
        throw new IOException("libfaketime is not where Debian puts it");
    }

    /** In one step, for it is read all the time. */
    void setClock(Duration ahead) throws IOException {
        var next = Files.writeString(
                offset.resolveSibling(offset.getFileName() + ".next"), "%+d".formatted(ahead.toSeconds()));
        Files.move(next, offset, StandardCopyOption.ATOMIC_MOVE);
    }
}
