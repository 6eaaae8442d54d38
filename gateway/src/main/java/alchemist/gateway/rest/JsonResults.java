package alchemist.gateway.rest;

import alchemist.engine.workspace.Answer;
import alchemist.gateway.http.MediaType;
import alchemist.gateway.http.Problem.Kind;
import alchemist.kernel.Id;
import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.schema.Output;

/** Results as JSON: the elements of an array, or one a line. */
record JsonResults(Results results, boolean asLines, JsonWriter json) implements ResultForm {
    @Override
    public void write(Answer answer, Id given, String field) throws Exception {
        results.write(answer, given, field, json);
        endLine();
    }

    @Override
    public void refuse(Kind kind, String reason) {
        Results.refused(kind, reason, json);
        endLine();
    }

    @Override
    public String mediaType() {
        return MediaType.NDJSON;
    }

    @Override
    public Output output() {
        return json.output();
    }

    private void endLine() {
        if (asLines) {
            json.line();
        }
    }
}
