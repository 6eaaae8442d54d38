package alchemist.gateway.http;

import alchemist.kernel.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked for: how, what it means, what it answers, and who answers. What is
 * described here is what is documented and what is enforced: other parameters, media types and
 * methods are refused.
 */
public final class Operation {
    /**
     * One form of an answer.
     *
     * @param schema of its JSON, or of each of its lines or events; null where it is no JSON
     * @param component the name of a schema that is not that of one record, such as Event
     */
    public record Answer(
            int status,
            String mediaType,
            String doc,
            @Nullable Schema<?> schema,
            String component) {}

    /** One form of a body; likewise. */
    public record Body(
            String mediaType, String doc, @Nullable Schema<?> schema, String component) {}

    /** A header that an answer of a status may have, and what it says. */
    public record Told(int status, String name, String meaning) {}

    private final Method method;
    private final PathTemplate path;
    private final String name;
    private final String topic;
    private final String summary;
    private final String doc;
    private final List<Parameter<?>> parameters;
    private final List<Body> bodies;
    private final List<Answer> answers;
    private final List<Told> told;
    private final List<Problem.Kind> problems;
    private final Handler handler;

    private Operation(Builder builder, Handler handler) {
        this.method = builder.method;
        this.path = PathTemplate.parse(builder.path);
        this.name = builder.name;
        this.topic = builder.topic;
        this.summary = builder.summary;
        this.doc = builder.doc;
        this.parameters = List.copyOf(builder.parameters);
        this.bodies = List.copyOf(builder.bodies);
        this.answers = List.copyOf(builder.answers);
        this.told = List.copyOf(builder.told);
        this.problems = List.copyOf(builder.problems);
        this.handler = handler;
    }

    /** Begins to describe what is read. */
    public static Builder get(String path, String name) {
        return new Builder(Method.GET, path, name);
    }

    /** Begins to describe what is done. */
    public static Builder post(String path, String name) {
        return new Builder(Method.POST, path, name);
    }

    /** Its method. */
    public Method method() {
        return method;
    }

    /** Its path, with parameters in braces. */
    public String path() {
        return path.toString();
    }

    /** Its name for programs, such as listNodes. */
    public String name() {
        return name;
    }

    /** What it belongs to, for people. */
    public String topic() {
        return topic;
    }

    /** What it does, in a few words. */
    public String summary() {
        return summary;
    }

    /** What it does; may be empty. */
    public String doc() {
        return doc;
    }

    /** What may be said beside the body. */
    public List<Parameter<?>> parameters() {
        return parameters;
    }

    /** The forms of its body; none when it has none. */
    public List<Body> bodies() {
        return bodies;
    }

    /** The forms of its answer. */
    public List<Answer> answers() {
        return answers;
    }

    /** What its answers tell in headers of their own. */
    public List<Told> told() {
        return told;
    }

    /** The problems that are its own. */
    public List<Problem.Kind> problems() {
        return problems;
    }

    PathTemplate template() {
        return path;
    }

    Handler handler() {
        return handler;
    }

    /** Whether a parameter of the query is known. */
    boolean takes(String query) {
        for (Parameter<?> parameter : parameters) {
            if (parameter.place() == Parameter.Place.QUERY && parameter.name().equals(query)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    /** Describes an operation. */
    public static final class Builder {
        private final Method method;
        private final String path;
        private final String name;
        private final List<Parameter<?>> parameters = new ArrayList<>();
        private final List<Body> bodies = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();
        private final List<Problem.Kind> problems = new ArrayList<>();
        private String topic = "";
        private String summary = "";
        private String doc = "";

        private Builder(Method method, String path, String name) {
            this.method = method;
            this.path = path;
            this.name = name;
        }

        /** What it belongs to, and what it does in a few words. */
        public Builder says(String about, String words) {
            topic = about;
            summary = words;
            return this;
        }

        /** What else is to be known. */
        public Builder says(String more) {
            doc = more;
            return this;
        }

        /** What may be said beside the body. */
        public Builder takes(Parameter<?>... some) {
            parameters.addAll(List.of(some));
            return this;
        }

        /** A JSON body. */
        public Builder reads(String meaning, Schema<?> schema) {
            bodies.add(new Body(MediaType.JSON, meaning, schema, ""));
            return this;
        }

        /** A body of a component. */
        public Builder reads(String mediaType, String meaning, String component) {
            bodies.add(new Body(mediaType, meaning, null, component));
            return this;
        }

        /** A JSON answer. */
        public Builder answers(int status, String meaning, Schema<?> schema) {
            answers.add(new Answer(status, MediaType.JSON, meaning, schema, ""));
            return this;
        }

        /** An answer of a component; an empty one for what is no JSON. */
        public Builder answers(int status, String mediaType, String meaning, String component) {
            answers.add(new Answer(status, mediaType, meaning, null, component));
            return this;
        }

        /** An answer of records of a schema, in a binary form. */
        public Builder answers(int status, String mediaType, String meaning, Schema<?> schema) {
            answers.add(new Answer(status, mediaType, meaning, schema, ""));
            return this;
        }

        /** What answers of a status tell in a header of their own. */
        public Builder tells(int status, String header, String meaning) {
            told.add(new Told(status, header, meaning));
            return this;
        }

        /** The problems that are its own. */
        public Builder refuses(Problem.Kind... kinds) {
            return refuses(List.of(kinds));
        }

        /** The same, of problems that go together in several operations. */
        public Builder refuses(List<Problem.Kind> kinds) {
            problems.addAll(kinds);
            return this;
        }

        /** Ends the description with who answers. */
        public Operation by(Handler handler) {
            Objects.requireNonNull(handler);
            return new Operation(this, handler);
        }
    }
}
