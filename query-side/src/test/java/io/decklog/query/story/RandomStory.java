package io.decklog.query.story;

import io.decklog.api.incident.MitigationEffect;
import io.decklog.api.incident.Option;
import io.decklog.api.incident.Outcome;
import io.decklog.api.incident.Permanence;
import io.decklog.api.incident.Relation;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.Severity;
import io.decklog.api.incident.Soundness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A history at random, with back-dated, corrected, struck, redacted and pinned entries. The same seed tells the same story. */
public final class RandomStory {

    private static final List<Option> OPTIONS =
            List.of(new Option("fail over", "quick", "split brain", null), new Option("wait", null, null, null));

    private final Random random;
    private final Story story;
    private final List<UUID> entries = new ArrayList<>();
    private final List<UUID> raised = new ArrayList<>();
    private final List<UUID> decisions = new ArrayList<>();
    private final List<UUID> mitigations = new ArrayList<>();
    private final List<UUID> hypotheses = new ArrayList<>();
    private final List<UUID> tasks = new ArrayList<>();
    private final List<UUID> items = new ArrayList<>();
    private final ReviewStory review;
    private int versions;

    private RandomStory(long seed, int length) {
        this.random = new Random(seed);
        this.story = new Story(1 + seed);
        this.review = new ReviewStory(story);
        entries.add(story.declared("Checkout fails", Severity.SEV2, "checkout", "payments"));
        while (story.events().size() < length) {
            next();
        }
    }

    public static Story of(long seed, int length) {
        return new RandomStory(seed, length).story;
    }

    private void next() {
        if (random.nextInt(4) == 0) {
            story.ago(Duration.ofMinutes(random.nextInt(120)));
        }
        story.by(List.of("ana", "ben", "chi").get(random.nextInt(3)));
        switch (random.nextInt(38)) {
            case 0, 1, 2 -> entries.add(story.observed("error rate " + random.nextInt(100)));
            case 3 -> entries.add(story.severity(Severity.SEV2, Severity.SEV1));
            case 4 -> entries.add(story.role(any(Role.values()), "dee", random.nextBoolean() ? "ana" : null));
            case 5 -> entries.add(story.told("customers", "We are on it"));
            case 6 -> keep(raised, story.raised("Wait?", OPTIONS.getFirst()));
            case 7 ->
                keep(
                        decisions,
                        story.decided(
                                "Fail over?", OPTIONS, "fail over", any(entries).toString()));
            case 8 -> on(raised, id -> story.option(id, new Option("roll back", "safe", null, null)));
            case 9 -> on(raised, id -> story.objected(id, "eve", "we do not know enough"));
            case 10 -> choose();
            case 11 -> on(decisions, id -> story.superseded(id, any(decisions)));
            case 12, 13 -> keep(mitigations, story.mitigation("More pods", any(Permanence.values()), anyDecision()));
            case 14 -> on(mitigations, id -> story.assessed(id, any(MitigationEffect.values())));
            case 15 -> on(mitigations, story::rolledBack);
            case 16 -> on(mitigations, id -> story.fixPlanned(id, "fay", Story.START.plus(Duration.ofDays(9))));
            case 17 -> on(mitigations, story::fixCompleted);
            case 18 -> story.corrected(any(entries), "said better " + random.nextInt(100));
            case 19 -> story.struck(any(entries));
            case 20 -> story.redacted(any(entries));
            case 21 -> story.pinned(any(entries));
            case 22, 23 ->
                keep(
                        hypotheses,
                        story.guessed(
                                "the vendor " + random.nextInt(100),
                                any(entries).toString()));
            case 24 -> on(hypotheses, story::confirmed);
            case 25 -> on(hypotheses, story::ruledOut);
            case 26, 27 -> keep(tasks, story.delegated("ask " + random.nextInt(100), "ben"));
            case 28 -> on(tasks, id -> story.reassigned(id, "chi", "ben"));
            case 29 -> on(tasks, story::done);
            case 30 -> entries.add(story.suffered("checkout", "no payments", null));
            case 31 -> entries.add(link(new Story(1_000_000 + random.nextInt(5))));
            case 32 -> entries.add(story.released(any(Role.values()), "dee"));
            case 33 -> entries.add(story.missed(any(entries), random.nextBoolean() ? "customers" : null));
            case 34 -> on(tasks, id -> story.taskOverdue(id, "ben"));
            case 35 -> on(mitigations, id -> story.fixOverdue(id, "fay"));
            case 36 -> on(raised, story::decisionOverdue);
            default -> entries.add(story.retitled("Checkout fails " + random.nextInt(100)));
        }
        lifecycle();
        review();
    }

    private void review() {
        switch (random.nextInt(30)) {
            case 0 -> entries.add(review.opened());
            case 1 -> on(decisions, id -> review.judged(id, any(Soundness.values()), any(Outcome.values()), id));
            case 2 -> entries.add(review.factor("one rule " + random.nextInt(100)));
            case 3 -> entries.add(review.lesson("one cluster " + random.nextInt(100)));
            case 4 -> keep(items, review.actionItem("roll out " + random.nextInt(100), null));
            case 5 -> on(items, review::completed);
            case 6, 7 -> entries.add(review.section("part-" + random.nextInt(3), "# Text " + random.nextInt(100)));
            case 8 -> entries.add(review.published(++versions, "# Version " + versions));
            case 9 -> entries.add(review.revised());
            default -> {
                // most entries are made before anybody looks back
            }
        }
    }

    private void lifecycle() {
        switch (random.nextInt(40)) {
            case 0 -> entries.add(story.mitigated());
            case 1 -> entries.add(story.resolved());
            case 2 -> entries.add(story.reopened());
            case 3 -> entries.add(story.closed());
            case 4 -> entries.add(story.cancelled());
            default -> {
                // most entries do not move the incident on
            }
        }
    }

    private UUID link(Story other) {
        return random.nextBoolean()
                ? story.linked(random.nextBoolean() ? Relation.RELATED : Relation.DUPLICATE_OF, other)
                : story.causedBy(other, new UUID(7, random.nextInt(5)));
    }

    private void choose() {
        if (!raised.isEmpty()) {
            var decision = raised.removeFirst();
            entries.add(story.chose(decision, "Wait?", OPTIONS, "wait"));
            decisions.add(decision);
        }
    }

    private @org.jspecify.annotations.Nullable UUID anyDecision() {
        return decisions.isEmpty() ? null : any(decisions);
    }

    private void keep(List<UUID> kind, UUID id) {
        kind.add(id);
        entries.add(id);
    }

    private void on(List<UUID> kind, java.util.function.Function<UUID, UUID> event) {
        if (!kind.isEmpty()) {
            entries.add(event.apply(any(kind)));
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
