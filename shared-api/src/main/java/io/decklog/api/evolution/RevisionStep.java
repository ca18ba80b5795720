package io.decklog.api.evolution;

import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads events of one revision as if they had been written in the next one. What is in the log stays as it is. */
final class RevisionStep extends SingleEventUpcaster {

    private final SerializedType from;
    private final SerializedType to;
    private final UnaryOperator<ObjectNode> change;

    private RevisionStep(SerializedType from, SerializedType to, UnaryOperator<ObjectNode> change) {
        this.from = from;
        this.to = to;
        this.change = change;
    }

    /**
     * An event that says more than before, or the same in another form.
     *
     * @param name under which it is stored
     * @param change of its JSON; it must not lose anything
     */
    static RevisionStep of(String name, String from, String to, UnaryOperator<ObjectNode> change) {
        return new RevisionStep(new SimpleSerializedType(name, from), new SimpleSerializedType(name, to), change);
    }

    /** An event that goes by another name from here on. Its form begins again with revision 1. */
    static RevisionStep renamed(String name, String lastRevision, String newName) {
        return new RevisionStep(
                new SimpleSerializedType(name, lastRevision),
                new SimpleSerializedType(newName, "1"),
                UnaryOperator.identity());
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(from);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(to, JsonNode.class, json -> change.apply((ObjectNode) json));
    }
}
