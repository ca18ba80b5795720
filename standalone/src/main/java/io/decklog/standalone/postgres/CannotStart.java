package io.decklog.standalone.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Decklog cannot start, and its message is a plain sentence for the person who typed the command. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String DISK_FULL = "No space left on device";

    /** @param sentence what is wrong and what to do about it; shown as it is, without a stack trace */
    public CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** What a failed access to {@code folder} means for the person who owns it. */
    static CannotStart on(Path folder, IOException failure) {
        return new CannotStart("%s cannot be used as data folder: %s.".formatted(folder, reason(failure)), failure);
    }

    /** What {@code output}, all that a PostgreSQL program said, means for the person who owns {@code folder}. */
    static CannotStart saying(Path folder, String sentence, String output) {
        if (output.contains(DISK_FULL)) {
            return new CannotStart("The disk that holds %s is full.".formatted(folder));
        }
        String complaint = ServerLog.lastComplaint(output);
        return new CannotStart(sentence + (complaint.isEmpty() ? "" : " It said: " + complaint));
    }

    private static String reason(IOException failure) {
        String said = failure instanceof FileSystemException f && f.getReason() != null ? f.getReason() : "";
        if (failure instanceof AccessDeniedException denied) {
            return "this user may not write " + denied.getFile();
        }
        if (said.equals(DISK_FULL) || DISK_FULL.equals(failure.getMessage())) {
            return "its disk is full";
        }
        return failure instanceof FileSystemException f && !said.isEmpty()
                ? "%s: %s".formatted(f.getFile(), said)
                : String.valueOf(failure.getMessage());
    }
}
