package alchemist.graph.map;

import alchemist.kernel.json.JsonWriter;
import alchemist.kernel.value.IsoTime;

/** The map as JSON, for those who cannot read the binary form. */
final class MapJson {
    private MapJson() {}

    static byte[] write(MapImage map) {
        JsonWriter json = new JsonWriter();
        json.object().field("position", map.position());
        if (map.refining()) {
            json.field("refining", true);
        }
        json.name("items").array();
        for (int item = 0; item < map.items(); item++) {
            item(map, item, json);
        }
        json.endArray().name("edges").array();
        for (int edge = 0; edge < map.edges(); edge++) {
            edge(map, edge, json);
        }
        json.endArray().endObject();
        return json.toBytes();
    }

    private static void item(MapImage map, int item, JsonWriter json) {
        json.object();
        json.field("id", map.ids()[item].toString()).field("name", map.names()[item]);
        if (map.type()[item] >= 0) {
            json.field("type", map.types()[map.type()[item]]);
        }
        json.field("group", map.kind()[item] != MapImage.NODE);
        if (map.kind()[item] == MapImage.DERIVED_GROUP) {
            json.field("derived", true);
        }
        json.field("parent", map.parent()[item]);
        json.name("x").number(map.x()[item]).name("y").number(map.y()[item]);
        json.name("radius").number(map.radius()[item]).field("count", map.count()[item]);
        time("from", map.from()[item], json);
        time("to", map.to()[item], json);
        json.endObject();
    }

    private static void edge(MapImage map, int edge, JsonWriter json) {
        json.object();
        json.field("from", map.edgeFrom()[edge]).field("to", map.edgeTo()[edge]);
        json.field("type", map.types()[map.edgeType()[edge]]);
        json.name("weight").number(map.edgeWeight()[edge]);
        time("validFrom", map.edgeValidFrom()[edge], json);
        time("validTo", map.edgeValidTo()[edge], json);
        json.endObject();
    }

    /** Infinite times are left out. */
    private static void time(String name, double ms, JsonWriter json) {
        if (!Double.isInfinite(ms)) {
            json.field(name, IsoTime.instant(Math.round(ms * 1000)));
        }
    }
}
