package alchemist.exchange.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SqlTest extends DefinitionsTesting {
    @Test
    void aDumpOfPostgreSqlGivesTablesKeysViewsTypesIndexesAndTriggers() throws IOException {
        write(
                "schema.sql",
                """
                SET client_encoding = 'UTF8';
                \\connect shop
                CREATE TYPE public.mood AS ENUM ('sad', 'ok');
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $body$
                BEGIN CREATE TABLE hidden (x int); END;
                $body$;
                CREATE TABLE IF NOT EXISTS public.people (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    "full name" character varying(40) DEFAULT 'it''s; (new)' NOT NULL,
                    price numeric(10, 2),
                    state public.mood,
                    CHECK (price > 0)
                );
                /* CREATE TABLE not_there (x int); */
                CREATE TABLE orders (
                    id int, line int, buyer int REFERENCES people(id), seller int,
                    PRIMARY KEY (id, line),
                    CONSTRAINT sold FOREIGN KEY (seller) REFERENCES public.people (id) ON DELETE CASCADE
                );
                COPY orders (id) FROM stdin;
                1\tCREATE TABLE no (x int);
                \\.
                ALTER TABLE ONLY orders ADD COLUMN note text, ADD CONSTRAINT c FOREIGN KEY (gone)
                    REFERENCES nowhere(id);
                COMMENT ON TABLE orders IS 'what is bought';
                CREATE MATERIALIZED VIEW busy AS WITH x AS (SELECT 1) SELECT * FROM orders o, x
                    JOIN people p ON p.id = o.buyer WHERE extract(year FROM o.at) > 1;
                CREATE UNIQUE INDEX CONCURRENTLY by_buyer ON orders USING btree (buyer, lower(note));
                CREATE TRIGGER watch AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f();
                DROP TABLE IF EXISTS other;
                """);
        assertEquals(
                List.of("schema.sql line 23: refers to the table 'nowhere', which is not there"),
                read());
        assertEquals(
                List.of(
                        "busy reads orders",
                        "busy reads public.people",
                        "by_buyer indexes orders",
                        "orders references public.people [columns buyer → id, seller → id]",
                        "public.people uses public.mood [columns state]",
                        "watch fires on orders"),
                edges("columns"));
        assertEquals(
                Map.of(
                        "Data type",
                        1,
                        "File",
                        1,
                        "Folder",
                        1,
                        "Index",
                        1,
                        "Table",
                        2,
                        "Trigger",
                        1,
                        "View",
                        1),
                types());
        assertEquals(
                "id bigint, full name character varying(40), price numeric(10, 2), state"
                        + " public.mood",
                property("public.people", "Table", "columns"));
        assertEquals("id, line", property("orders", "Table", "primary key"));
        assertEquals("what is bought", property("orders", "Table", "comment"));
        assertEquals(
                "id int, line int, buyer int, seller int, note text",
                property("orders", "Table", "columns"));
        assertEquals("true", property("by_buyer", "Index", "unique"));
    }

    @Test
    void mySqlAndSqLiteAreReadInTheirOwnWays() throws IOException {
        write(
                "my.sql",
                """
                # a comment
                DROP TABLE IF EXISTS `t`;
                CREATE TABLE `t` (
                  `id` int(11) unsigned NOT NULL AUTO_INCREMENT COMMENT 'it\\'s; an id',
                  `key` varchar(10) DEFAULT NULL,
                  `kind` enum('a','b') NOT NULL,
                  PRIMARY KEY (`id`),
                  UNIQUE KEY `uk` (`key`),
                  KEY `k` (`kind`),
                  CONSTRAINT `fk` FOREIGN KEY (`id`) REFERENCES `shop`.`u` (`id`)
                ) ENGINE=InnoDB;
                DELIMITER $$
                CREATE PROCEDURE p() BEGIN CREATE TABLE hidden (x int); END$$
                DELIMITER ;
                CREATE TABLE u (id int PRIMARY KEY);
                INSERT INTO u VALUES ('; CREATE TABLE v (x int);');
                """);
        write(
                "lite.ddl",
                """
                CREATE TABLE [order line] (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT,
                  parent REFERENCES "order line");
                CREATE TRIGGER t AFTER INSERT ON [order line] BEGIN
                  UPDATE x SET y = CASE WHEN 1 THEN 2 END; DELETE FROM z; END;
                CREATE TABLE w AS SELECT * FROM "order line";
                """);
        assertEquals(List.of(), read());
        assertEquals(
                List.of(
                        "order line references order line [columns parent]",
                        "t fires on order line",
                        "t references u [columns id → id]",
                        "w reads order line"),
                edges("columns"));
        assertEquals(
                "id int(11) unsigned, key varchar(10), kind enum(a, b)",
                property("t", "Table", "columns"));
    }

    @Test
    void migrationsAddToTablesOfOtherScriptsAndWhatTakesThemBackIsLeftOut() throws IOException {
        write("db/1_init.up.sql", "CREATE TABLE a (id int);\nCREATE TABLE b (id int);\n");
        write("db/1_init.down.sql", "DROP TABLE a;\nCREATE TABLE gone (id int);\n");
        write("db/2_more.sql", "ALTER TABLE a ADD COLUMN b_id int REFERENCES b(id);\n");
        write(
                "db/3.sql",
                "-- +goose Up\nCREATE TABLE c (id int);\n-- +goose Down\nCREATE TABLE no (i int);\n");
        write("other/a.sql", "CREATE TABLE a (id int);\n");
        assertEquals(List.of(), read());
        assertEquals(
                List.of("2_more.sql alters a [columns b_id]", "a references b [columns b_id → id]"),
                edges("columns"));
        assertEquals(4, types().get("Table"));
    }

    @Test
    void whatIsDamagedCostsAWarningWithItsLine() throws IOException {
        write("a.sql", "CREATE TABLE a (id int);\nINSERT INTO a VALUES ('x);\n");
        write("b.sql", "CREATE TABLE b (id int,\n");
        write("c.sql", "CREATE TABLE (x);\nCREATE TABLE c (id int);\n");
        write("d.sql", "CREATE TABLE d (id int" + "(".repeat(100_000));
        write("e.sql", "CREATE TABLE e (id int);\n/* no end\n");
        List<String> warnings = read();
        assertEquals(
                List.of(
                        "a.sql line 2: what begins with ' does not end; what stands before is read",
                        "c.sql line 1: a table is created here whose name is not understood",
                        "e.sql line 2: a comment begins here and does not end; what stands before"
                                + " is read"),
                warnings);
        assertEquals(5, types().get("Table"));
        assertTrue(property("b", "Table", "columns").startsWith("id int"));
    }
}
