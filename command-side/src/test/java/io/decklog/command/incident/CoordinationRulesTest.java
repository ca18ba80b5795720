package io.decklog.command.incident;

import static io.decklog.api.incident.RejectionCode.*;
import static io.decklog.command.incident.Log.given;
import static io.decklog.command.incident.Told.*;

import io.decklog.api.incident.CoordinationEvent.*;
import io.decklog.api.incident.Role;
import io.decklog.api.incident.TaskId;
import org.junit.jupiter.api.Test;

class CoordinationRulesTest {

    private static final TaskId TASK = new TaskId(id(2));

    @Test
    void a_role_is_taken_from_the_one_who_held_it() {
        var first = assign(2, Role.COMMANDER, "dana", null);
        given(declare()).when(first).then(new RoleAssigned(INCIDENT, at(2), Role.COMMANDER, "dana", null, null));
        given(declare(), first)
                .when(assign(3, Role.COMMANDER, "noor", "rollback is under way"))
                .then(new RoleAssigned(INCIDENT, at(3), Role.COMMANDER, "noor", "dana", "rollback is under way"));
        given(declare(), first)
                .when(assign(3, Role.SCRIBE, "noor", null))
                .then(new RoleAssigned(INCIDENT, at(3), Role.SCRIBE, "noor", null, null));
        given(declare(), first).when(assign(3, Role.COMMANDER, "dana", null)).thenNothing();
    }

    @Test
    void a_role_is_given_up_by_the_one_who_holds_it() {
        var first = assign(2, Role.SCRIBE, "dana", null);
        given(declare(), first)
                .when(release(3, Role.SCRIBE))
                .then(new RoleReleased(INCIDENT, at(3), Role.SCRIBE, "dana"));
        given(declare()).when(release(2, Role.SCRIBE)).thenNothing();
        given(declare(), first, release(3, Role.SCRIBE))
                .when(assign(4, Role.SCRIBE, "noor", null))
                .then(new RoleAssigned(INCIDENT, at(4), Role.SCRIBE, "noor", null, null));
    }

    @Test
    void a_status_update_says_when_the_next_one_comes_and_when_this_one_was_promised() {
        given(declare())
                .when(publish(2, "customers", LATER))
                .then(new StatusUpdatePublished(INCIDENT, at(2), "customers", "We are on it", LATER, null));
        given(declare(), publish(2, "customers", LATER))
                .when(publish(3, "customers", null))
                .then(new StatusUpdatePublished(INCIDENT, at(3), "customers", "We are on it", null, LATER));
        given(declare(), publish(2, "customers", LATER))
                .when(publish(3, "management", null))
                .then(new StatusUpdatePublished(INCIDENT, at(3), "management", "We are on it", null, null));
        given(declare(), publish(2, "customers", LATER), publish(3, "customers", null))
                .when(publish(4, "customers", null))
                .then(new StatusUpdatePublished(INCIDENT, at(4), "customers", "We are on it", null, null));
    }

    @Test
    void a_task_is_delegated_passed_on_and_completed_once() {
        given(declare())
                .when(delegate(2))
                .then(new TaskDelegated(INCIDENT, at(2), TASK, "ask the vendor", "sam", LATER));
        given(declare(), delegate(2))
                .when(reassign(3, 2, "lee"))
                .then(new TaskReassigned(INCIDENT, at(3), TASK, "lee", "sam"));
        given(declare(), delegate(2), reassign(3, 2, "lee"))
                .when(reassign(4, 2, "lee"))
                .thenNothing();
        given(declare(), delegate(2)).when(complete(3, 2)).then(new TaskCompleted(INCIDENT, at(3), TASK, "done"));
        given(declare(), delegate(2), complete(3, 2)).refuses(TASK_ALREADY_COMPLETED, complete(4, 2));
        given(declare(), delegate(2), complete(3, 2)).refuses(TASK_ALREADY_COMPLETED, reassign(4, 2, "lee"));
        given(declare()).refuses(UNKNOWN_TASK, complete(2, 9));
        given(declare()).refuses(UNKNOWN_TASK, reassign(2, 9, "lee"));
    }
}
