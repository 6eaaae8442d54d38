package alchemist.exchange.mermaid;

/**
 * Reads the text of a Mermaid diagram, as far as it can be understood: a part that cannot costs a
 * problem with its line, never the rest. What Mermaid itself would refuse whole is read all the
 * same where its meaning is plain.
 */
public final class Mermaid {
    /** How long a text may be, in UTF-16 units. */
    public static final int MAX_LENGTH = 1 << 20;

    private Mermaid() {}

    /**
     * Reads a diagram, in time linear in its length.
     *
     * @param text without the fence around it; whatever it is, nothing is thrown
     */
    public static Diagram parse(String text) {
        Draft draft = new Draft();
        if (text.length() > MAX_LENGTH) {
            draft.problem(1, "the diagram has more than " + MAX_LENGTH + " characters");
            return draft.finish("");
        }
        Source source = Source.of(text, draft);
        draft.title(Labels.of(source.title()));
        Cursor cursor = new Cursor(source.text(), source.start());
        return draft.finish(read(source.keyword(), cursor, draft));
    }

    /** Reads what stands behind the keyword, and answers the diagram's kind. */
    private static String read(String keyword, Cursor cursor, Draft draft) {
        return switch (keyword) {
            case "graph", "flowchart", "flowchart-elk" -> {
                new Flowchart(cursor, draft).read();
                yield "flowchart";
            }
            case "classDiagram", "classDiagram-v2" -> {
                new ClassDiagram(cursor, draft).read();
                yield "class";
            }
            case "erDiagram" -> {
                new EntityDiagram(cursor, draft).read();
                yield "er";
            }
            case "sequenceDiagram" -> {
                new SequenceDiagram(cursor, draft).read();
                yield "sequence";
            }
            case "stateDiagram", "stateDiagram-v2" -> {
                new StateDiagram(cursor, draft).read();
                yield "state";
            }
            case "C4Context", "C4Container", "C4Component", "C4Dynamic", "C4Deployment" -> {
                new C4Diagram(cursor, draft, keyword.equals("C4Dynamic")).read();
                yield "c4";
            }
            case "mindmap" -> {
                new Mindmap(cursor, draft).read();
                yield "mindmap";
            }
            default -> unread(keyword, cursor, draft);
        };
    }

    private static String unread(String keyword, Cursor cursor, Draft draft) {
        if (keyword.isEmpty()) {
            draft.problem(cursor.line(), "there is no diagram: it must begin with its kind");
        } else {
            draft.problem(
                    cursor.line(), "diagrams of the kind '" + shown(keyword) + "' are not read");
        }
        return shown(keyword);
    }

    private static String shown(String keyword) {
        return keyword.length() <= 64 ? keyword : keyword.substring(0, 64);
    }
}
