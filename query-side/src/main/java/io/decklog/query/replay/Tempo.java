package io.decklog.query.replay;

import io.decklog.wiring.web.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * How fast an incident is played again.
 *
 * @param speed how many times as fast as it was, 0.1 to 100000
 * @param maxSilence how long nothing is heard at most, in playing time; null for as long as it takes
 */
record Tempo(BigDecimal speed, @Nullable Duration maxSilence) {

    private static final BigDecimal SLOWEST = new BigDecimal("0.1");
    private static final BigDecimal FASTEST = new BigDecimal("100000");
    private static final int MAX_LENGTH = 20;
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

    /** @throws ProblemException 400 for a speed out of range, and for a silence that is none or below zero */
    static Tempo parse(String speed, @Nullable String maxSilence) {
        return new Tempo(speed(speed), maxSilence == null ? null : silence(maxSilence));
    }

    private static BigDecimal speed(String text) {
        try {
            var speed = text.length() > MAX_LENGTH ? BigDecimal.ZERO : new BigDecimal(text);
            if (speed.compareTo(SLOWEST) >= 0 && speed.compareTo(FASTEST) <= 0) {
                return speed;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw ProblemException.unreadable("speed", "must be a number from 0.1 to 100000");
    }

    private static Duration silence(String text) {
        try {
            var silence = Duration.parse(text);
            if (!silence.isNegative()) {
                return silence;
            }
        } catch (DateTimeParseException notADuration) {
            // said below
        }
        throw ProblemException.unreadable(
                "maxSilence", "must be a duration as ISO 8601 writes it, PT5S, not below zero");
    }

    /** How long to be silent between two moments, in playing time; not at all if the second is not the later one. */
    Duration between(Instant before, Instant next) {
        var passed = Duration.between(before, next);
        if (passed.isNegative()) {
            return Duration.ZERO;
        }
        var nanos = new BigDecimal(passed.getSeconds())
                .movePointRight(9)
                .add(BigDecimal.valueOf(passed.getNano()))
                .divide(speed, 0, RoundingMode.HALF_UP)
                .toBigInteger();
        var playing = Duration.ofSeconds(
                nanos.divide(NANOS).longValueExact(), nanos.mod(NANOS).longValueExact());
        return maxSilence != null && maxSilence.compareTo(playing) < 0 ? maxSilence : playing;
    }
}
