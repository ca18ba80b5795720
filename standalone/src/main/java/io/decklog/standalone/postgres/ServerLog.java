package io.decklog.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** What PostgreSQL writes about itself: one file beside the cluster, begun anew once it has grown. */
final class ServerLog {
    private static final long LARGE = 1024 * 1024;
    private static final Pattern COMPLAINT = Pattern.compile("(?s).*?\\b(?:FATAL|PANIC|ERROR|error):\\s+(.*)");

    private ServerLog() {}

    static void startAnewOnceLarge(DataFolder folder) throws IOException {
        if (Files.exists(folder.log()) && Files.size(folder.log()) > LARGE) {
            Files.move(
                    folder.log(),
                    folder.log().resolveSibling(folder.log().getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last complaint in the log, without its time and rank; empty if there is none. */
    static String lastComplaint(DataFolder folder) {
        try {
            return Files.exists(folder.log()) ? lastComplaint(Files.readString(folder.log())) : "";
        } catch (IOException e) {
            return "";
        }
    }

    static String lastComplaint(String output) {
        List<String> complaints = output.lines()
                .map(COMPLAINT::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
        return complaints.isEmpty() ? "" : complaints.getLast();
    }
}
