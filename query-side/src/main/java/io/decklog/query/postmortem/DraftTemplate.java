package io.decklog.query.postmortem;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.decklog.api.incident.EntryId;
import io.decklog.api.incident.Evidence;
import io.decklog.query.timeline.TimelineEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes drafts as Markdown, by a Mustache template. The same draft and the same template give the same text. What a
 * template may name is told in {@code docs/postmortem-template.md}.
 */
final class DraftTemplate {

    private static final String BUILT_IN = "/postmortem/template.md.mustache";

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .withCollector(new DraftNames())
            .withFormatter(DraftWords::of)
            .withEscaper(MarkdownText::inline)
            .withLoader(DraftTemplate::refuseInclude)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .nullValue("");

    private final Template template;
    private final @Nullable String digest;
    private final Set<String> placedSections;

    private DraftTemplate(Template template, @Nullable String digest) {
        this.template = template;
        this.digest = digest;
        this.placedSections = PlacedSections.of(template);
    }

    /** The template Decklog comes with. */
    static DraftTemplate builtIn() {
        try (InputStream source = Objects.requireNonNull(DraftTemplate.class.getResourceAsStream(BUILT_IN))) {
            return compile(new String(source.readAllBytes(), StandardCharsets.UTF_8), null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A template of one's own, tried on a draft that has everything and on one that has next to nothing.
     *
     * @param digest by which the drafts written with it name it
     * @throws BrokenTemplate if it cannot be read, or names what there is not; the message says where
     */
    static DraftTemplate of(String source, String digest) {
        var template = compile(source, digest);
        template.write(SpecimenDraft.FULL);
        template.write(SpecimenDraft.EMPTY);
        return template;
    }

    /** @throws BrokenTemplate if it names what this draft does not have; the message says where */
    String write(Postmortem draft) {
        var text = new StringWriter();
        try {
            template.execute(draft, surroundings(draft), text);
        } catch (MustacheException broken) {
            throw new BrokenTemplate(broken);
        }
        return text.toString().strip() + "\n";
    }

    private static DraftTemplate compile(String source, @Nullable String digest) {
        try {
            return new DraftTemplate(COMPILER.compile(source), digest);
        } catch (MustacheException broken) {
            throw new BrokenTemplate(broken);
        }
    }

    /** What a template may name besides the fields of the draft. */
    private Map<String, @Nullable Object> surroundings(Postmortem draft) {
        var sections = WrittenSections.of(draft.review());
        var names = new HashMap<String, @Nullable Object>();
        names.put("template", digest);
        names.put("written", sections);
        names.put("otherSections", sections.without(placedSections));
        names.put("capital", each(DraftTemplate::capital));
        names.put("cite", each(reference -> cite(reference, draft.keyMoments())));
        return names;
    }

    private static Mustache.Lambda each(UnaryOperator<String> change) {
        return (fragment, out) -> out.write(change.apply(fragment.execute()));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** An entry is cited by what it says, as far as it is a key moment; a document by its address. */
    private static String cite(String reference, List<TimelineEntry> entries) {
        return Optional.of(reference)
                .filter(Evidence::isWellFormed)
                .flatMap(text -> new Evidence(text).entry())
                .stream()
                .flatMap(id -> entries.stream()
                        .filter(entry -> id.equals(new EntryId(entry.entryId())))
                        .map(entry -> "“" + MarkdownText.inline(entry.text()) + "”"))
                .findFirst()
                .orElse(reference);
    }

    private static Reader refuseInclude(String name) {
        throw new MustacheException("a template stands alone, it cannot include '" + name + "'");
    }
}
