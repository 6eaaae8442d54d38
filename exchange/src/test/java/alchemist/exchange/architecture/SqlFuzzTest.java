package alchemist.exchange.architecture;

import alchemist.exchange.ReaderFuzz;
import alchemist.exchange.git.Repositories;
import java.util.List;

/** Scripts of SQL. */
final class SqlFuzzTest extends ReaderFuzz {
    SqlFuzzTest() {
        super(new ArchitectureReader(new Repositories()), "a.sql");
    }

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                bytes(
                        """
                        CREATE TABLE a (id int PRIMARY KEY, b varchar(10) DEFAULT 'x''y' REFERENCES b (id),
                          CONSTRAINT c FOREIGN KEY (id, b) REFERENCES d);
                        /* no */ ALTER TABLE ONLY a ADD COLUMN e text; -- yes
                        CREATE VIEW v AS SELECT * FROM a JOIN b ON (1 = 2);
                        CREATE UNIQUE INDEX i ON a USING btree (b);
                        CREATE FUNCTION f() AS $x$ BEGIN; END $x$;
                        """),
                bytes(
                        """
                        CREATE TABLE `t` (`k` int, KEY `i` (`k`)) ENGINE=x;
                        DELIMITER //
                        CREATE TRIGGER r BEFORE INSERT ON t BEGIN SET @a = CASE WHEN 1 THEN 2 END; END//
                        """));
    }
}
