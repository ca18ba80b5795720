package io.decklog.command.incident;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time at which something happened, or is planned: not before 1970, not further ahead than so many hours. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Happened.Validator.class)
@interface Happened {

    /** For what is planned: a hundred years. */
    int PLANNED = 876_000;

    int hoursAhead() default 24;

    String message() default "must not be before 1970 nor more than {hoursAhead} hours ahead";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is valid. */
    class Validator implements ConstraintValidator<Happened, Instant> {

        private Duration ahead = Duration.ZERO;

        @Override
        public void initialize(Happened happened) {
            ahead = Duration.ofHours(happened.hoursAhead());
        }

        @Override
        public boolean isValid(@Nullable Instant moment, ConstraintValidatorContext context) {
            return moment == null
                    || (!moment.isBefore(Instant.EPOCH)
                            && !moment.isAfter(context.getClockProvider()
                                    .getClock()
                                    .instant()
                                    .plus(ahead)));
        }
    }
}
