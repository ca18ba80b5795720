package io.decklog.standalone.client;

import java.io.PrintStream;
import java.time.Duration;
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
                                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                                .setMaxRenderedLength(BAR_WIDTH)
                                .build()
                        : null);
    }

    /** @param doing what it is at, in a word */
    void at(long done, long total, String doing) {
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
            bar.setExtraMessage(doing);
        } else if (System.nanoTime() - saidAt > LINE_EVERY_NANOS) {
            saidAt = System.nanoTime();
            out.printf("%s: %d of %d%n", doing.isEmpty() ? task : doing, done, total);
        }
    }

    void say(String sentence) {
        if (bar != null) {
            bar.pause();
        }
        out.println(sentence);
        if (bar != null) {
            bar.resume();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
