package io.decklog.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.decklog.api.incident.IncidentId;
import io.decklog.api.incident.IncidentNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private static final IncidentId CHECKOUT = new IncidentId(new UUID(0, 1));
    private static final IncidentId SEARCH = new IncidentId(new UUID(0, 2));

    private final Audience audience = new Audience();

    @Test
    void who_comes_now_hears_what_is_told_from_now_on() {
        audience.begin(10);
        tell(11);
        var follower = follower(null, Place.START, 10);

        assertThat(audience.joinNow(follower, 12)).isFalse();
        assertThat(audience.joinNow(follower, 11)).isTrue();
        tell(12);

        assertThat(heard(follower)).containsExactly(12L);
    }

    @Test
    void who_comes_back_hears_what_it_missed_and_nothing_twice() {
        audience.begin(10);
        tell(11, 12, 13);
        var follower = follower(null, Place.behind(11), 10);

        assertThat(audience.join(follower)).isTrue();
        assertThat(audience.join(follower)).isTrue();
        tell(14);

        assertThat(heard(follower)).containsExactly(12L, 13L, 14L);
    }

    @Test
    void who_was_in_the_middle_of_an_event_hears_the_rest_of_it() {
        audience.begin(10);
        audience.tell(List.of(change(new Place(11, 3), CHECKOUT), change(Place.behind(11), CHECKOUT)), 11);
        var follower = follower(null, new Place(11, 3), 10);

        assertThat(audience.join(follower)).isTrue();

        assertThat(heard(follower)).containsExactly(11L);
    }

    @Test
    void who_is_too_far_behind_has_to_read_the_log_first() {
        audience.begin(10);
        assertThat(audience.join(follower(null, Place.behind(9), 10))).isFalse();
        LongStream.rangeClosed(11, 3000).forEach(this::tell);
        assertThat(audience.join(follower(null, Place.behind(20), 10_000))).isFalse();
        assertThat(audience.join(follower(null, Place.behind(2900), 10))).isFalse();
        assertThat(audience.join(follower(null, Place.behind(2900), 10_000))).isTrue();
    }

    @Test
    void nobody_can_join_before_the_beginning() {
        assertThat(audience.join(follower(null, Place.behind(9), 10))).isFalse();
        assertThat(audience.joinNow(follower(null, Place.START, 10), 0)).isFalse();
        assertThat(audience.told()).isEmpty();
    }

    @Test
    void who_asks_for_one_incident_hears_of_no_other() {
        audience.begin(10);
        var follower = follower(SEARCH, Place.START, 10);
        audience.joinNow(follower, 10);

        audience.tell(List.of(change(Place.behind(11), CHECKOUT), change(Place.behind(12), SEARCH)), 12);

        assertThat(heard(follower)).containsExactly(12L);
    }

    @Test
    void who_does_not_keep_up_is_cut_off_and_nobody_else() {
        audience.begin(10);
        var slow = follower(null, Place.START, 3);
        var quick = follower(null, Place.START, 3);
        audience.joinNow(slow, 10);
        audience.joinNow(quick, 10);
        var heard = new ArrayList<Long>();

        for (var position = 11L; position < 20; position++) {
            tell(position);
            heard.addAll(heard(quick));
        }

        assertThat(slow.hasEnded()).isTrue();
        assertThat(heard(slow)).isEmpty();
        assertThat(quick.hasEnded()).isFalse();
        assertThat(heard).containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L);
    }

    private void tell(long... positions) {
        for (var position : positions) {
            audience.tell(List.of(change(Place.behind(position), CHECKOUT)), position);
        }
    }

    private static Change change(Place place, IncidentId incident) {
        return new Change(place, incident, new IncidentNumber(1), "{}");
    }

    private static Follower follower(@Nullable IncidentId incident, Place seen, int queue) {
        return new Follower(incident, seen, queue);
    }

    private static List<Long> heard(Follower follower) {
        return follower.await(Duration.ZERO).stream()
                .map(change -> change.place().position())
                .toList();
    }
}
