package io.decklog.query.decision;

import io.decklog.wiring.web.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What auditors ask of decisions, ready to be asked. Each stands for a filter and combines with all the others. */
enum DecisionQuestion {
    WITHOUT_EVIDENCE("Which decisions cite no evidence?", "withoutEvidence=true", DecisionFilter.WITHOUT_EVIDENCE),
    WITHOUT_ALTERNATIVES(
            "Which decisions had one option only?", "withoutAlternatives=true", DecisionFilter.WITHOUT_ALTERNATIVES),
    OVER_AN_OBJECTION("Which decisions were taken over an objection?", "overObjection=true", "over_objection"),
    LATE_IN_THE_RECORD("Which decisions were recorded noticeably later than they were taken?", "late=true", "late"),
    IRREVERSIBLE_AND_UNREVIEWED(
            "Which decisions cannot be undone, and no review has judged them?",
            "reversibility=IRREVERSIBLE&reviewed=false",
            "reversibility = 'IRREVERSIBLE' AND " + DecisionFilter.NOT_REVIEWED),
    SUPERSEDED_WITHIN_AN_HOUR(
            "Which decisions did not stand for an hour?",
            "supersededWithin=PT1H",
            "superseded AND superseded_after BETWEEN 0 AND 3600"),
    UNSOUND_BUT_RIGHT(
            "Which decisions were lucky: unsound on what was known, and right in the end?",
            "soundness=UNSOUND&outcome=RIGHT",
            "soundness = 'UNSOUND' AND outcome = 'RIGHT'");

    private final String sentence;
    private final String filter;
    private final String condition;

    DecisionQuestion(String sentence, String filter, String condition) {
        this.sentence = sentence;
        this.filter = filter;
        this.condition = condition;
    }

    /** {@code over-an-objection} */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The question in words. */
    String sentence() {
        return sentence;
    }

    /** The query parameters it stands for. */
    String filter() {
        return filter;
    }

    /** What holds for the decisions it asks for, in SQL. */
    String condition() {
        return condition;
    }

    /** @throws ProblemException 400, naming what is possible */
    static DecisionQuestion named(String name) {
        return Arrays.stream(values())
                .filter(question -> question.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.unreadable(
                        "question",
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(DecisionQuestion::wireName)
                                        .collect(Collectors.joining(", "))));
    }
}
