package alchemist.kernel.schema;

/** What a field holds. */
public enum FieldType {
    ID,
    TEXT,
    COUNT,
    INTEGER,
    TIME,
    FLAG,
    REAL,
    BYTES,
    VALUE,
    PROPERTIES,
    IDS,
    TEXTS,
    RECORD,
    RECORDS,
    CHOICE
}
