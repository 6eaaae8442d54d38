package alchemist.exchange.mermaid;

import java.util.Locale;
import java.util.Set;

/** The names of colours, by which the colour of a box is told from its title. */
final class CssColors {
    private static final Set<String> NAMES =
            Set.of(
                    ("transparent aliceblue antiquewhite aqua aquamarine azure beige bisque black"
                                    + " blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse"
                                    + " chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan"
                                    + " darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta"
                                    + " darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen"
                                    + " darkslateblue darkslategray darkslategrey darkturquoise darkviolet"
                                    + " deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite"
                                    + " forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green"
                                    + " greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender"
                                    + " lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan"
                                    + " lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon"
                                    + " lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue"
                                    + " lightyellow lime limegreen linen magenta maroon mediumaquamarine"
                                    + " mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue"
                                    + " mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream"
                                    + " mistyrose moccasin navajowhite navy oldlace olive olivedrab orange"
                                    + " orangered orchid palegoldenrod palegreen paleturquoise palevioletred"
                                    + " papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red"
                                    + " rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna"
                                    + " silver skyblue slateblue slategray slategrey snow springgreen steelblue"
                                    + " tan teal thistle tomato turquoise violet wheat white whitesmoke yellow"
                                    + " yellowgreen")
                            .split(" "));

    private CssColors() {}

    /** A text without the colour that it begins with, if it does. */
    static String without(String text) {
        int end = 0;
        while (end < text.length() && Cursor.isWord(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end).toLowerCase(Locale.ROOT);
        if (NAMES.contains(word)) {
            return text.substring(end).strip();
        }
        String behind = text.substring(end).stripLeading();
        boolean function =
                switch (word) {
                    case "rgb", "rgba", "hsl", "hsla" -> behind.startsWith("(");
                    default -> false;
                };
        int close = behind.indexOf(')');
        return function && close > 0 ? behind.substring(close + 1).strip() : text;
    }
}
