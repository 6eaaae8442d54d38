package alchemist.exchange.dbt;

import alchemist.testkit.fuzz.DecoderContract;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text is a template, or ends where it is none. */
final class JinjaFuzzTest extends DecoderContract {
    @Override
    protected List<byte[]> seeds() {
        return List.of(
                """
                {{- config(materialized='table', tags=["a", f(1)]) -}} {# no {{ ref('x') }} #}
                select {{ a.b(ref('it\\'s', v = 2), [source("s", 't')], {"k": 1}) }} -- {x}
                {% macro m(x, y=ref('z')) %}{{ return(x) }}{%- endmacro -%}
                {% raw %}{{ no() }}{% endraw %}{% docs d %}{{ text }}{% enddocs %}
                {% snapshot s %}{% if x %}{% endif %}{% endsnapshot %}
                """
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected byte[] rewritten(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Jinja template = Jinja.of(text);
        template.calls.forEach(call -> call.argument(call.arguments().size()));
        Jinja.ofPython(text);
        return bytes;
    }
}
