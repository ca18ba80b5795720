package io.decklog.command.incident;

import static io.decklog.api.incident.RejectionCode.*;
import static io.decklog.command.incident.Log.given;
import static io.decklog.command.incident.Told.*;

import io.decklog.api.incident.EntryEvent.*;
import org.junit.jupiter.api.Test;

class EntryRulesTest {

    @Test
    void an_entry_is_corrected_as_often_as_it_takes() {
        var corrected = new EntryCorrected(INCIDENT, at(9), entry(2), "5xx at 21 %", "digits swapped");
        given(declare(), observe(2)).when(correct(9, 2)).then(corrected);
        given(declare(), observe(2), correct(3, 2)).when(correct(9, 2)).then(corrected);
        given(declare()).refuses(UNKNOWN_ENTRY, correct(9, 2));
        given(declare(), observe(2), strike(3, 2)).refuses(ENTRY_STRUCK, correct(9, 2));
        given(declare(), observe(2), redact(3, 2)).refuses(ENTRY_REDACTED, correct(9, 2));
    }

    @Test
    void an_entry_is_struck_once_also_where_it_was_redacted() {
        var struck = new EntryStruck(INCIDENT, at(9), entry(2), "wrong cluster");
        given(declare(), observe(2)).when(strike(9, 2)).then(struck);
        given(declare(), observe(2), redact(3, 2)).when(strike(9, 2)).then(struck);
        given(declare(), observe(2), strike(3, 2)).refuses(ENTRY_STRUCK, strike(9, 2));
        given(declare()).refuses(UNKNOWN_ENTRY, strike(9, 2));
    }

    @Test
    void an_entry_is_redacted_once_also_where_it_was_struck() {
        var redacted = new EntryRedacted(INCIDENT, at(9), entry(2), "names a customer");
        given(declare(), observe(2)).when(redact(9, 2)).then(redacted);
        given(declare(), observe(2), strike(3, 2)).when(redact(9, 2)).then(redacted);
        given(declare(), observe(2), redact(3, 2)).refuses(ENTRY_REDACTED, redact(9, 2));
        given(declare()).refuses(UNKNOWN_ENTRY, redact(9, 2));
    }

    @Test
    void an_entry_is_pinned_once_and_not_where_it_was_struck() {
        given(declare(), observe(2)).when(pin(9, 2)).then(new EntryPinned(INCIDENT, at(9), entry(2)));
        given(declare(), observe(2), pin(3, 2)).when(pin(9, 2)).thenNothing();
        given(declare(), observe(2), strike(3, 2)).refuses(ENTRY_STRUCK, pin(9, 2));
        given(declare()).refuses(UNKNOWN_ENTRY, pin(9, 2));
    }

    @Test
    void what_happens_to_an_entry_is_no_entry_of_its_own() {
        given(declare(), observe(2), correct(3, 2)).refuses(UNKNOWN_ENTRY, strike(9, 3));
    }
}
