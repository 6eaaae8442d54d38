package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Projects of dbt. */
final class DbtTest extends DefinitionsTesting {
    private void project(String more) throws IOException {
        write("dbt_project.yml", "name: shop\nversion: '1.2'\n" + more);
    }

    @Test
    void modelsReadWhatTheyReferTo() throws IOException {
        project("");
        write("seeds/countries.csv", "code,name\nde,Germany\n");
        write(
                "models/staging/sources.yml",
                """
                sources:
                  - name: web
                    schema: raw
                    description: What the shop writes
                    tables:
                      - name: orders
                        identifier: tbl_orders
                        columns: [{name: id, description: its number}]
                """);
        write("models/staging/stg_orders.sql", "select * from {{ source('web', \"orders\") }}\n");
        write(
                "models/orders.sql",
                """
                {{- config(tags=['a', 'b'], materialized='incremental') -}}
                {# ref('nothing') is told of, and {{ ref('nothing') }} not meant #}
                -- depends_on: {{ ref('countries') }}
                select '{ref("no")}' from {{ ref('shop', 'stg_orders') }} o
                {% if is_incremental() %}
                  where day > (select max(day) from {{ this }}) and {{ ref( "customers" ) }}.x
                {% endif %}
                """);
        write(
                "models/customers.py",
                """
                # dbt.model( is none, and says nothing
                def model(dbt, session):
                    dbt.config(materialized = "table")
                    return dbt.ref("stg_orders").join(dbt.source("web", "orders"))
                """);
        write("analyses/busy.sql", "select 1 from {{ ref('orders') }}");
        write("tests/no_loss.sql", "select 1 from {{ ref('orders') }} where loss > 0");
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "busy reads orders [line 1]",
                        "customers reads orders [line 4]",
                        "customers reads stg_orders [line 4]",
                        "no_loss tests orders [line 1]",
                        "orders reads countries [line 3]",
                        "orders reads customers [line 6]",
                        "orders reads stg_orders [line 4]",
                        "stg_orders reads orders [line 1]"),
                edges("line"));
        assertEquals("incremental", property("orders", "Model", "materialized"));
        assertEquals("table", property("customers", "Model", "materialized"));
        assertEquals("dbt", property("shop", "Module", "ecosystem"));
        assertEquals("tbl_orders", property("orders", "Source table", "identifier"));
        assertEquals("raw", property("web", "Table source", "schema"));
        assertEquals(named("web", "Table source").node(), named("orders", "Source table").group());
        assertEquals("id: its number", property("orders", "Source table", "meanings"));
    }

    @Test
    void whatIsSaidOfModelsAndTheirColumnsIsStatedOfThem() throws IOException {
        project(
                """
                models:
                  shop:
                    +materialized: view
                    marts:
                      materialized: table
                """);
        write(
                "models/docs.md",
                "# Notes\n{% docs state %}\nWhere an order {{ is }}.\n{% enddocs %}\n");
        write("models/marts/customers.sql", "select 1 as id");
        write("models/plain.sql", "select 1 as id");
        write("models/marts/orders.sql", "select 1 from {{ ref('customers') }}");
        write(
                "models/schema.yml",
                """
                version: 2
                models:
                  - name: orders
                    description: One row an order
                    tests:
                      - dbt_utils.expression_is_true: {expression: "a = b"}
                    columns:
                      - name: id
                        data_type: int
                        tests: [unique, not_null]
                      - name: state
                        description: '{{ doc("state") }}'
                        data_tests:
                          - accepted_values: {values: [new, sent]}
                      - name: customer
                        tests:
                          - relationships: {to: ref('customers'), field: id}
                          - relationships:
                              arguments: {to: "ref('nobody')", field: id}
                """);
        assertEquals(List.of(), read());
        assertEquals("One row an order", property("orders", "Model", "description"));
        assertEquals("id int, state, customer", property("orders", "Model", "columns"));
        assertEquals("state: Where an order {{ is }}.", property("orders", "Model", "meanings"));
        assertEquals(
                "dbt_utils.expression_is_true, id: unique, id: not_null, state: accepted_values"
                        + " new, sent, customer: relationships, customer: relationships",
                property("orders", "Model", "tests"));
        assertEquals("table", property("orders", "Model", "materialized"));
        assertEquals("view", property("plain", "Model", "materialized"));
        assertEquals(
                List.of(
                        "orders reads customers",
                        "orders references customers [columns customer → id]"),
                edges("columns"));
    }

    @Test
    void macrosSnapshotsAndTestsAreWhatTheirBlocksDefine() throws IOException {
        project("macro-paths: [lib]\ntest-paths: [data-tests]\n");
        write(
                "lib/money.sql",
                """
                {% macro cents(column) %}{{ return(adapter.dispatch('cents', 'shop')(column)) }}{% endmacro %}
                {%- macro default__cents(column, places = rounded(2)) -%}
                  {{ column }} / 100 {# cents(1) #}
                {%- endmacro %}
                {% macro rounded(n) %}{% set x = 'cents(1)' %}{% raw %}{{ cents(1) }}{% endraw %}{% endmacro %}
                """);
        write("models/orders.sql", "select {{ shop.cents('price') }}, {{ other.rounded(1) }}");
        write(
                "snapshots/history.sql",
                "{% snapshot orders_history %}{{ config(strategy='check') }}\n"
                        + "select * from {{ ref('orders') }}{% endsnapshot %}");
        write("snapshots/s.yml", "snapshots:\n- {name: later, relation: ref('orders_history')}\n");
        write("data-tests/positive.sql", "{% test positive(model) %}{{ rounded(1) }}{% endtest %}");
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "cents uses default__cents",
                        "default__cents uses rounded",
                        "later reads orders_history",
                        "orders uses cents",
                        "orders_history reads orders",
                        "positive uses rounded"),
                edges());
        assertEquals(2, types().get("Snapshot"));
        assertEquals(1, types().get("Generic test"));
    }

    @Test
    void whatIsMeasuredAndUsedElsewhereLeadsToItsModels() throws IOException {
        project("");
        write("models/orders.sql", "select 1");
        write(
                "models/orders.yml",
                """
                unit_tests: [{name: adds_up, model: orders}]
                semantic_models:
                  - name: sales
                    model: ref('orders')
                    entities: [{name: order_id, type: primary}]
                    measures: [{name: revenue, agg: sum}, {name: count, agg: sum}]
                metrics:
                  - {name: revenue, label: Revenue, type: simple, type_params: {measure: revenue}}
                  - {name: count, type: simple, type_params: {measure: {name: count}}}
                  - {name: average, type: ratio, type_params: {numerator: revenue, denominator: {name: count}}}
                exposures:
                  - {name: board, type: dashboard, owner: {email: ada@example.org}, depends_on: [ref('orders')]}
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "adds_up tests orders",
                        "average reads count",
                        "average reads revenue",
                        "board reads orders",
                        "count reads sales",
                        "revenue reads sales",
                        "sales reads orders"),
                edges());
        assertEquals("Revenue", property("revenue", "Metric", "label"));
        assertEquals("", property("board", "Exposure", "owner"), "people are no property");
    }

    @Test
    void aVersionOfAModelIsMeantByItsNumberAndTheLatestWithoutOne() throws IOException {
        project("");
        write("models/people_v1.sql", "select 1");
        write("models/newest.sql", "select 2");
        write(
                "models/m.yml",
                "models:\n- {name: people, latest_version: 2, versions: [{v: 1}, {v: 2, defined_in: newest}]}");
        write("models/a.sql", "select * from {{ ref('people') }}");
        write("models/b.sql", "select * from {{ ref('people', v=1) }}");
        assertEquals(List.of(), read());
        assertEquals(List.of("a reads people.v2", "b reads people.v1"), edges());
    }

    @Test
    void packagesAreLibrariesOrProjectsThatAreHere() throws IOException {
        project("");
        write("macros/star.sql", "{% macro star() %}*{% endmacro %}");
        write("models/base.sql", "select 1");
        write("try/dbt_project.yml", "name: try_shop\n");
        write(
                "try/packages.yml",
                """
                packages:
                  - local: ../
                  - package: dbt-labs/dbt_utils
                    version: [">=1.0.0", "<2.0.0"]
                  - git: "https://user:secret@example.org/a/b.git"
                    revision: v3
                """);
        write(
                "try/package-lock.yml",
                "packages:\n- {name: dbt_utils, package: dbt-labs/dbt_utils, version: 1.3.0}\n");
        write(
                "try/models/m.sql",
                "select {{ shop.star() }} from {{ ref('base') }}, {{ ref('far') }}");
        assertEquals(List.of(), read(), "what is not here may come from a package");
        assertEquals(
                List.of(
                        "m reads base",
                        "m uses star",
                        "package-lock.yml locks dbt-labs/dbt_utils",
                        "try_shop depends on dbt-labs/dbt_utils [requires >=1.0.0,<2.0.0] [locked"
                                + " 1.3.0]",
                        "try_shop depends on example.org/a/b [requires v3]",
                        "try_shop depends on shop"),
                edges("requires", "locked"));
    }

    @Test
    void whatCannotBeKnownIsToldOnce() throws IOException {
        project("");
        write(
                "models/a.sql",
                "select * from {{ ref('gone') }}\n, {{ source('no', 'table') }}\n"
                        + "{% for x in all %}{{ ref(x) }}{{ ref('a' ~ x) }}{% endfor %}");
        write("models/off.sql", "{{ config(enabled=false) }} select 1");
        write("models/torn.sql", "select {{ ref('a') }}\nwhere it's {{ ref('");
        write("models/bad.yml", "models: [");
        List<String> warnings = read();
        assertEquals(5, warnings.size(), warnings::toString);
        assertTrue(warnings.getFirst().startsWith("models/bad.yml line 1: "), warnings::toString);
        assertEquals(
                List.of(
                        "models/torn.sql line 2: what begins here in braces does not end; what"
                                + " stands before is read",
                        "models/a.sql line 1: reads 'gone', which nothing in its project defines",
                        "models/a.sql line 2: reads 'no.table', which nothing in its project"
                                + " defines",
                        "models/a.sql line 3: reads what is only known when it is run, which is"
                                + " left out"),
                warnings.subList(1, 5));
        assertEquals("true", property("off", "Model", "disabled"));
        assertEquals(List.of("torn reads a"), edges());
    }
}
