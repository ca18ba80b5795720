package io.decklog.standalone.client;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far long work is: as a bar on a terminal, else as a line every few seconds. */
final class Progress implements AutoCloseable {

    private static final int BAR_WIDTH = 100;
    private static final long LINE_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final String task;
    private final PrintStream out;
    private final @Nullable ProgressBar bar;
    private long saidAt = System.nanoTime();
    private volatile boolean still;

    private Progress(String task, PrintStream out, @Nullable ProgressBar bar) {
        this.task = task;
        this.out = out;
        this.bar = bar;
    }

    static Progress of(String task, String unit, PrintStream out, boolean bar) {
        return new Progress(
                task,
                out,
                bar
                        ? new ProgressBarBuilder()
                                .setTaskName(task)
                                .setUnit(unit, 1)
                                .showSpeed()
                                .hideEta()
                                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                                // that of the library's own choice takes Ctrl-C away from the process
                                .setConsumer(new ConsoleProgressBarConsumer(System.err, BAR_WIDTH))
                                .build()
                        : null);
    }

    /** @param doing what it is at, in a few words */
    void at(long done, long total, String doing) {
        if (still) {
            return;
        }
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
            bar.setExtraMessage(" " + doing);
        } else if (System.nanoTime() - saidAt > LINE_EVERY_NANOS) {
            saidAt = System.nanoTime();
            out.printf("%s: %d of %d%n", doing.isEmpty() ? task : doing, done, total);
        }
    }

    void say(String sentence) {
        if (still) {
            return;
        }
        if (bar != null) {
            bar.pause();
            out.print('\r' + " ".repeat(BAR_WIDTH) + '\r');
        }
        out.println(sentence);
        if (bar != null) {
            bar.resume();
        }
    }

    /** Shows and says nothing more, so that something can be asked on the terminal. */
    void stayStill() {
        still = true;
        if (bar != null) {
            bar.pause();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
