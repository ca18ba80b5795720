package io.decklog.command.imports;

import io.decklog.command.imports.ImportJobs.Line;
import io.decklog.wiring.web.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** Lines on their way into the database, some megabytes at a time. */
final class LineBatch {

    private final ImportJobs jobs;
    private final ImportId job;
    private final List<Line> lines = new ArrayList<>();
    private int bytes;

    LineBatch(ImportJobs jobs, ImportId job) {
        this.jobs = jobs;
        this.job = job;
    }

    /** A line that is too long is told of at once; there is no use in keeping it. */
    void add(byte[] line, int number) {
        if (line.length > Imports.LINE_LIMIT) {
            var problem = new FieldProblem("line", "is longer than " + Imports.LINE_LIMIT + " bytes");
            jobs.addFailed(job, number, problem);
            return;
        }
        lines.add(new Line(number, line));
        bytes += line.length;
        if (bytes > Imports.LINE_LIMIT) {
            flush();
        }
    }

    void flush() {
        jobs.add(job, lines);
        lines.clear();
        bytes = 0;
    }
}
