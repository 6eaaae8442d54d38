package alchemist.exchange.code.parsing;

import alchemist.exchange.code.Outline.Kind;
import alchemist.exchange.code.parsing.Outliner.Draft;
import java.util.List;
import java.util.regex.Pattern;

/** Rust. */
final class RustGrammar implements Grammar {
    /** What {@code unsafe extern "C"} says beyond what the parser's grammar has. */
    private static final Pattern UNSAFE =
            Pattern.compile("\\b(unsafe)\\s+extern\\b[^{;()]{0,40}\\{");

    @Override
    public List<String> types() {
        return List.of(
                "use_declaration",
                "mod_item",
                "struct_item",
                "union_item",
                "enum_item",
                "trait_item",
                "type_item",
                "function_item",
                "parameter",
                "let_declaration",
                "field_declaration",
                "call_expression",
                "if_expression",
                "for_expression",
                "while_expression",
                "loop_expression",
                "match_arm");
    }

    @Override
    public byte[] withoutUnknown(byte[] text) {
        return Grammar.without(UNSAFE, text);
    }

    @Override
    public Comments comments() {
        return Comments.BLOCKS_AND_LINES;
    }

    @Override
    public String saidOfFile(Node file, byte[] source) {
        return Summary.of(Comments.atBeginning(source, "//!"));
    }

    @Override
    public void enter(Node node, String type, Outliner out) {
        switch (type) {
            case "use_declaration" -> RustUses.each(node, out);
            case "mod_item" -> {
                if (node.child("body").isNone()) {
                    String name = out.field(node, "name");
                    out.imports("self::" + name, List.of(), List.of(name), node);
                } else {
                    out.open(Kind.NAMESPACE, node, out.field(node, "name"));
                }
            }
            case "struct_item", "union_item" ->
                    out.open(Kind.STRUCT, node, out.field(node, "name"));
            case "enum_item" -> out.open(Kind.ENUMERATION, node, out.field(node, "name"));
            case "trait_item" -> out.open(Kind.TRAIT, node, out.field(node, "name"));
            case "type_item" -> out.open(Kind.TYPE, node, out.field(node, "name"));
            case "function_item" -> function(node, out);
            case "parameter", "let_declaration" ->
                    out.variable(out.field(node, "pattern"), plain(out.field(node, "type")));
            case "field_declaration" ->
                    out.variable(out.field(node, "name"), plain(out.field(node, "type")));
            case "call_expression" -> {
                Node function = node.child("function");
                switch (function.type()) {
                    case "identifier" -> out.calls("", out.text(function), false, node);
                    case "scoped_identifier" ->
                            out.calls(
                                    out.field(function, "path"),
                                    out.field(function, "name"),
                                    false,
                                    node);
                    case "field_expression" ->
                            out.calls(
                                    out.field(function, "value"),
                                    out.field(function, "field"),
                                    false,
                                    node);
                    default -> {}
                }
            }
            case "if_expression",
                    "for_expression",
                    "while_expression",
                    "loop_expression",
                    "match_arm" ->
                    out.branches();
            default -> {}
        }
    }

    private static String plain(String type) {
        return type.replace("&", "").replace("mut ", "").strip();
    }

    private static void function(Node node, Outliner out) {
        String owner = "";
        String trait = "";
        for (Node up = node.parent(); !up.isNone(); up = up.parent()) {
            if (up.type().equals("impl_item")) {
                owner = Grammar.bare(out.field(up, "type"));
                trait = Grammar.bare(out.field(up, "trait"));
                break;
            }
            if (up.type().equals("function_item")) {
                break;
            }
        }
        boolean method = !owner.isEmpty() || out.isInType();
        Draft draft = out.open(method ? Kind.METHOD : Kind.FUNCTION, node, out.field(node, "name"));
        if (draft != null) {
            draft.owner = owner;
            if (!trait.isEmpty()) {
                draft.supertypes.add("+" + trait);
            }
            draft.entry = draft.name.equals("main") && !method;
            Node before = node.before();
            while (!before.isNone() && before.type().equals("attribute_item")) {
                draft.test |= out.text(before).contains("test]");
                before = before.before();
            }
        }
    }
}
