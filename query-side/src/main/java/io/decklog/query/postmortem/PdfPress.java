package io.decklog.query.postmortem;

import io.decklog.wiring.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Renders PDFs one after the other. That of an incident of ten thousand entries takes seconds and a few hundred MB; several
 * at a time would take them from those who record.
 */
@Component
class PdfPress {

    private final Semaphore turn = new Semaphore(1, true);
    private final Duration patience;

    @Autowired
    PdfPress() {
        this(Duration.ofSeconds(30));
    }

    /** @param patience how long a PDF waits for those before it */
    PdfPress(Duration patience) {
        this.patience = patience;
    }

    /** @throws ProblemException 503 {@code PRESS_BUSY} if its turn does not come */
    byte[] print(String html, Instant moment) {
        return inTurn(() -> PostmortemPdf.of(html, moment));
    }

    /** Something that takes its turn. */
    @FunctionalInterface
    interface Printing {
        byte[] print();
    }

    byte[] inTurn(Printing printing) {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("other PDFs are being rendered; HTML and Markdown need not wait");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy("the server is stopping");
        }
        try {
            return printing.print();
        } finally {
            turn.release();
        }
    }

    private static ProblemException busy(String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "PRESS_BUSY", detail);
    }
}
