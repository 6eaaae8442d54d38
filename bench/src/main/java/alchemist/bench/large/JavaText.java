package alchemist.bench.large;

/** Writes Java. */
final class JavaText {
    private JavaText() {}

    static void method(
            String type,
            String method,
            String noun,
            String used,
            int steps,
            Dice dice,
            StringBuilder text) {
        String variable = Words.low(noun);
        text.append("\n    /** ").append(Texts.sentence(dice)).append(" */\n    public ");
        text.append(used).append(' ').append(method).append('(').append(used).append(' ');
        text.append(variable).append(", int most) {\n        if (").append(variable);
        text.append(" == null || most > limit) {\n");
        text.append("            throw new IllegalArgumentException(\"the ").append(variable);
        text.append(" is missing\");\n        }\n");
        for (int i = 0; i < steps; i++) {
            String verb = dice.of(Words.VERBS);
            String other = dice.of(Words.NOUNS);
            switch (dice.below(3)) {
                case 0 -> {
                    text.append("        int ").append(verb).append(i).append(" = ");
                    text.append(variable).append('.').append(verb).append(other);
                    text.append("(most, ").append(dice.below(1000)).append(");\n");
                }
                case 1 -> {
                    text.append("        for (int i = 0; i < most; i++) {\n            ");
                    text.append(variable).append('.').append(verb).append("(i * ");
                    text.append(dice.below(100)).append(");\n        }\n");
                }
                default -> {
                    text.append("        if (most > ").append(dice.below(100)).append(" && ");
                    text.append(variable).append(".has").append(other).append("()) {\n");
                    text.append("            return new ").append(type.equals(used) ? type : used);
                    text.append("();\n        }\n");
                }
            }
        }
        text.append("        return ").append(variable).append(";\n    }\n");
    }
}
