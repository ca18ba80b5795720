package io.decklog.query.postmortem;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import io.decklog.api.incident.IncidentNumber;
import java.util.List;

/**
 * Two versions of a postmortem side by side.
 *
 * @param from what the older text is called
 * @param to what the newer text is called
 */
record PostmortemComparison(IncidentNumber number, String from, String to, String before, String after) {

    private static final int LINES_AROUND = 3;

    /** What changed, line by line. */
    PostmortemDiff diff() {
        var older = Headings.of(before);
        var newer = Headings.of(after);
        var changes = patch().getDeltas().stream()
                .map(delta -> delta.getType() == DeltaType.DELETE
                        ? change(PostmortemDiff.Kind.REMOVED, older, delta.getSource(), delta)
                        : change(kind(delta), newer, delta.getTarget(), delta))
                .toList();
        return new PostmortemDiff(number, from, to, changes);
    }

    /** The same in the form that {@code diff -u} writes; empty if nothing changed. */
    String unified() {
        var lines = UnifiedDiffUtils.generateUnifiedDiff(
                number + "/" + from, number + "/" + to, lines(before), patch(), LINES_AROUND);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private Patch<String> patch() {
        return DiffUtils.diff(lines(before), lines(after));
    }

    private static PostmortemDiff.Kind kind(AbstractDelta<String> delta) {
        return delta.getType() == DeltaType.INSERT ? PostmortemDiff.Kind.ADDED : PostmortemDiff.Kind.CHANGED;
    }

    private static PostmortemDiff.Change change(
            PostmortemDiff.Kind kind, Headings headings, Chunk<String> told, AbstractDelta<String> delta) {
        return new PostmortemDiff.Change(
                kind,
                headings.above(told.getPosition()),
                told.getPosition() + 1,
                List.copyOf(delta.getSource().getLines()),
                List.copyOf(delta.getTarget().getLines()));
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
