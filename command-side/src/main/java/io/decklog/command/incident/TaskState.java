package io.decklog.command.incident;

/**
 * What the rules need to know of a task.
 *
 * @param assignee who has it
 */
record TaskState(String assignee, boolean completed) {}
