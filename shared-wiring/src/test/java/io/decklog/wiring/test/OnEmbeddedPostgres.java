package io.decklog.wiring.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Is about the PostgreSQL that Decklog brings along, and stops or kills it: skipped when tests are to run on another one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DisabledIfSystemProperty(
        named = PostgresServer.ADDRESS,
        matches = ".+",
        disabledReason = "it needs the PostgreSQL that Decklog brings along")
@DisabledIfSystemProperty(
        named = PostgresServer.IMAGE,
        matches = ".+",
        disabledReason = "it needs the PostgreSQL that Decklog brings along")
public @interface OnEmbeddedPostgres {}
