package alchemist.bench.http;

import alchemist.bench.Workload;
import alchemist.engine.stream.CommandWriter;
import alchemist.kernel.Command;
import alchemist.kernel.Submission;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Output;
import alchemist.kernel.schema.Schema;
import java.nio.charset.StandardCharsets;

/** How commands stand in a request, and results in its answer. For one thread. */
sealed interface Form {
    /** Of the request. */
    String contentType();

    /** Of the answer. */
    String accept();

    /** Writes commands of the workload, from one on. */
    void write(long from, int count, Output out);

    /** How many results of an answer say that the command was accepted. */
    int accepted(byte[] answer, int length);

    /** How many results there are in an answer. */
    int results(byte[] answer, int length);

    /** Lines of JSON. */
    record Ndjson() implements Form {
        private static final byte[] ACCEPTED =
                "{\"status\":\"accepted\"".getBytes(StandardCharsets.US_ASCII);

        @Override
        public String contentType() {
            return "application/x-ndjson";
        }

        @Override
        public String accept() {
            return "application/x-ndjson";
        }

        @Override
        public void write(long from, int count, Output out) {
            JsonWriter json = new JsonWriter(out);
            for (long i = from; i < from + count; i++) {
                Submission submission = Workload.submission(i);
                Command command = submission.command();
                json.object().field("type", command.schema().name());
                json.field("client", submission.envelope().client().toString());
                json.field("actor", submission.envelope().actor().toString()).name("data");
                data(command.schema(), command, json);
                json.endObject().line();
            }
        }

        @SuppressWarnings("unchecked") // a command's schema() is the schema of its own class
        private static <T extends Command> void data(
                Schema<T> schema, Command command, JsonWriter json) {
            schema.toJson((T) command, json);
        }

        @Override
        public int accepted(byte[] answer, int length) {
            int accepted = 0;
            boolean begins = true;
            for (int i = 0; i < length; i++) {
                if (begins && begins(answer, i)) {
                    accepted++;
                }
                begins = answer[i] == '\n';
            }
            return accepted;
        }

        private static boolean begins(byte[] answer, int at) {
            return answer[at + ACCEPTED.length / 2] == ACCEPTED[ACCEPTED.length / 2]
                    && answer[at + ACCEPTED.length - 1] == '"';
        }

        @Override
        public int results(byte[] answer, int length) {
            int lines = 0;
            for (int i = 0; i < length; i++) {
                lines += answer[i] == '\n' ? 1 : 0;
            }
            return lines;
        }
    }

    /** Records. */
    record Typed(CommandWriter writer) implements Form {
        private static final int HEAD_BYTES = 4;
        private static final int STATUS_KEY = 1 << 3;

        @Override
        public String contentType() {
            return "application/vnd.alchemist.commands";
        }

        @Override
        public String accept() {
            return "application/vnd.alchemist.results";
        }

        @Override
        public void write(long from, int count, Output out) {
            out.raw(new byte[] {'A', 'L', 'C', 1}, 0, HEAD_BYTES);
            for (long i = from; i < from + count; i++) {
                int mark = out.open();
                out.u8(1);
                writer.write(Workload.submission(i), out);
                out.close(mark);
            }
        }

        @Override
        public int accepted(byte[] answer, int length) {
            return count(answer, length, true);
        }

        @Override
        public int results(byte[] answer, int length) {
            return count(answer, length, false);
        }

        private static int count(byte[] answer, int length, boolean onlyAccepted) {
            int count = 0;
            int at = HEAD_BYTES;
            while (at < length) {
                int size = answer[at++] & 0xff;
                if (size >= 0x80) {
                    size = (size & 0x7f) | (answer[at++] & 0x7f) << 7;
                }
                count += onlyAccepted && answer[at] == STATUS_KEY ? 0 : 1;
                at += size;
            }
            return count;
        }
    }
}
