package io.decklog.query.postmortem;

import io.decklog.wiring.UnusableSetting;
import io.decklog.wiring.web.ProblemException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The template drafts are written with: the one Decklog comes with, or a file of one's own, which is read anew when it
 * changes. A broken file keeps the process from starting; broken later it makes drafts unavailable until it is mended,
 * never wrong.
 */
@Component
class DraftTemplates {

    private static final Logger log = LoggerFactory.getLogger(DraftTemplates.class);
    private static final int DIGITS_OF_DIGEST = 12;

    private final @Nullable Path file;
    private volatile Read read;

    DraftTemplates(PostmortemSettings settings) {
        var template = settings.template();
        this.file = template == null || template.isBlank() ? null : Path.of(template.strip());
        this.read = this.file == null ? new Read(null, DraftTemplate.builtIn()) : read(this.file);
    }

    private DraftTemplate current() {
        if (file == null) {
            return read.template();
        }
        try {
            var before = read;
            if (!Files.getLastModifiedTime(file).equals(before.modified())) {
                read = read(file);
                log.info("The postmortem template {} has changed", file);
            }
            return read.template();
        } catch (UnusableSetting broken) {
            throw unavailable(broken.getMessage());
        } catch (IOException unreadable) {
            throw unavailable("the template %s cannot be read: %s".formatted(file, unreadable));
        }
    }

    /** @throws ProblemException 503 {@code POSTMORTEM_TEMPLATE_BROKEN} saying where and how */
    String write(Postmortem draft) {
        try {
            return current().write(draft);
        } catch (BrokenTemplate broken) {
            throw unavailable("the template %s is broken: %s".formatted(file, broken.getMessage()));
        }
    }

    private static Read read(Path file) {
        try {
            var modified = Files.getLastModifiedTime(file);
            var source = Files.readString(file);
            return new Read(modified, DraftTemplate.of(source, digest(source)));
        } catch (BrokenTemplate broken) {
            throw unusable("the template %s is broken: %s".formatted(file, broken.getMessage()), broken);
        } catch (MalformedInputException notText) {
            throw unusable("the template %s is not UTF-8".formatted(file), notText);
        } catch (IOException unreadable) {
            throw unusable("the template %s cannot be read: %s".formatted(file, unreadable), unreadable);
        }
    }

    private static UnusableSetting unusable(String message, Exception cause) {
        return new UnusableSetting(
                message, "Mend it, or leave decklog.postmortem.template out for the built-in template.", cause);
    }

    private static String digest(String source) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256).substring(0, DIGITS_OF_DIGEST);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static ProblemException unavailable(@Nullable String why) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "POSTMORTEM_TEMPLATE_BROKEN", String.valueOf(why));
    }

    /** @param modified when the file was last written; none for the built-in template */
    private record Read(@Nullable FileTime modified, DraftTemplate template) {}
}
