package io.decklog.standalone.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL writes about itself: one file beside the cluster, begun anew once it has grown. */
final class ServerLog {
    private static final long LARGE = 1024 * 1024;
    private static final Pattern COMPLAINT = Pattern.compile("(?s).*?\\b(?:FATAL|PANIC|ERROR|error):\\s+(.*)");

    private ServerLog() {}

    static void startAnewOnceLarge(DataFolder folder) throws IOException {
        if (size(folder) > LARGE) {
            Files.move(
                    folder.log(),
                    folder.log().resolveSibling(folder.log().getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static long size(DataFolder folder) throws IOException {
        return Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
    }

    /** What was written after the log had {@code size} bytes. */
    static String since(DataFolder folder, long size) throws IOException {
        if (size(folder) <= size) {
            return "";
        }
        byte[] all = Files.readAllBytes(folder.log());
        return new String(all, (int) size, all.length - (int) size, UTF_8);
    }

    /** The last complaint in what a PostgreSQL program said, without its time and rank; empty if there is none. */
    static String lastComplaint(String output) {
        List<String> complaints = output.lines()
                .map(COMPLAINT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        return complaints.isEmpty() ? "" : complaints.getLast();
    }
}
