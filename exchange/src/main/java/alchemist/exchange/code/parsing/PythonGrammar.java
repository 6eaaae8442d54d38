package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.ArrayList;
import java.util.List;

/** Python. */
final class PythonGrammar implements Grammar {
    @Override
    public List<String> types() {
        return List.of(
                "class_definition",
                "function_definition",
                "import_statement",
                "import_from_statement",
                "typed_parameter",
                "assignment",
                "call",
                "if_statement",
                "elif_clause",
                "for_statement",
                "while_statement",
                "except_clause",
                "case_clause",
                "conditional_expression",
                "boolean_operator",
                "if_clause");
    }

    @Override
    public String said(Node declaration, byte[] source) {
        Node body = declaration.child("body");
        return body.isNone() ? "" : Summary.of(Docstring.at(source, body.start(), body.end()));
    }

    @Override
    public String saidOfFile(Node file, byte[] source) {
        return Summary.of(Docstring.at(source, 0, source.length));
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "class_definition" -> {
                Draft draft = out.openAnywhere(Kind.CLASS, node, out.field(node, "name"));
                Node bases = node.child("superclasses");
                for (Node base : bases.children()) {
                    if (draft == null) {
                        break;
                    }
                    if (base.type().equals("identifier") || base.type().equals("attribute")) {
                        draft.supertypes.add(out.text(base));
                    }
                }
            }
            case "function_definition" -> {
                boolean method = out.isInType();
                boolean inner = out.isInCode();
                String name = out.field(node, "name");
                Kind kind =
                        !method
                                ? Kind.FUNCTION
                                : name.equals("__init__") ? Kind.CONSTRUCTOR : Kind.METHOD;
                Draft draft = out.openAnywhere(kind, node, name);
                if (draft != null) {
                    draft.test = name.startsWith("test") && !inner;
                    draft.entry = name.equals("main") && !method && !inner;
                }
            }
            case "import_statement" -> {
                for (Node one : node.children()) {
                    boolean renamed = one.type().equals("aliased_import");
                    String what = renamed ? out.field(one, "name") : out.text(one);
                    String bound = renamed ? out.field(one, "alias") : what.split("\\.", -1)[0];
                    out.imports(what, List.of(), List.of(bound), node);
                }
            }
            case "import_from_statement" -> {
                List<String> names = new ArrayList<>();
                List<String> bound = new ArrayList<>();
                Node module = node.child("module_name");
                for (Node one : node.children()) {
                    if (one.start() > module.end() && !one.type().equals("comment")) {
                        boolean renamed = one.type().equals("aliased_import");
                        names.add(renamed ? out.field(one, "name") : out.text(one));
                        bound.add(renamed ? out.field(one, "alias") : out.text(one));
                    }
                }
                out.imports(out.text(module), names, bound, node);
            }
            case "typed_parameter" -> {
                if (!node.children().isEmpty()) {
                    out.variable(out.text(node.children().getFirst()), out.field(node, "type"));
                }
            }
            case "assignment" -> assigned(node, out);
            case "call" -> call(node, out);
            case "if_statement",
                    "elif_clause",
                    "for_statement",
                    "while_statement",
                    "except_clause",
                    "case_clause",
                    "conditional_expression",
                    "boolean_operator",
                    "if_clause" ->
                    out.branches();
            default -> {}
        }
    }

    @Override
    public List<String> tokens() {
        return List.of(); // its operators are words, and counted by their nodes
    }

    /** {@code x = Type()} and {@code x: Type = …}, also of {@code self.x}. */
    private static void assigned(Node node, Outliner out) {
        String type = out.field(node, "type");
        Node value = node.child("right");
        if (type.isEmpty() && !value.isNone() && value.type().equals("call")) {
            String made = out.field(value, "function");
            String last = made.substring(made.lastIndexOf('.') + 1);
            type = !last.isEmpty() && Character.isUpperCase(last.charAt(0)) ? last : "";
        }
        out.variable(out.field(node, "left"), type);
    }

    private static void call(Node node, Outliner out) {
        Node function = node.child("function");
        if (function.type().equals("identifier")) {
            String name = out.text(function);
            out.calls("", name, Character.isUpperCase(name.charAt(0)), node);
        } else if (function.type().equals("attribute")) {
            out.calls(out.field(function, "object"), out.field(function, "attribute"), false, node);
        }
    }
}
