package io.decklog.query.postmortem;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.HashSet;
import java.util.Set;

/** Finds the sections a template gives a place of their own: those it names as {@code written.name-of-section}. */
final class PlacedSections implements Mustache.Visitor {

    private static final String PREFIX = "written.";

    private final Set<String> names = new HashSet<>();

    private PlacedSections() {}

    static Set<String> of(Template template) {
        var visitor = new PlacedSections();
        template.visit(visitor);
        return Set.copyOf(visitor.names);
    }

    @Override
    public void visitText(String text) {
        // it names nothing
    }

    @Override
    public void visitVariable(String name) {
        note(name);
    }

    @Override
    public boolean visitInclude(String name) {
        return false;
    }

    @Override
    public boolean visitSection(String name) {
        note(name);
        return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
        note(name);
        return true;
    }

    private void note(String name) {
        if (name.startsWith(PREFIX)) {
            names.add(name.substring(PREFIX.length()));
        }
    }
}
