package alchemist.bench.large;

import java.util.List;
import java.util.Locale;

/** Words of which names and sentences are made. */
final class Words {
    static final List<String> NOUNS =
            List.of(
                    "Account",
                    "Address",
                    "Amount",
                    "Archive",
                    "Balance",
                    "Basket",
                    "Batch",
                    "Bill",
                    "Budget",
                    "Calendar",
                    "Carrier",
                    "Catalog",
                    "Channel",
                    "Claim",
                    "Client",
                    "Contract",
                    "Coupon",
                    "Currency",
                    "Customer",
                    "Delivery",
                    "Discount",
                    "Document",
                    "Event",
                    "Factor",
                    "Fee",
                    "Forecast",
                    "Gateway",
                    "Goods",
                    "Index",
                    "Inventory",
                    "Invoice",
                    "Item",
                    "Journal",
                    "Ledger",
                    "License",
                    "Limit",
                    "Location",
                    "Lot",
                    "Member",
                    "Message",
                    "Metric",
                    "Notice",
                    "Offer",
                    "Order",
                    "Package",
                    "Parcel",
                    "Partner",
                    "Payment",
                    "Period",
                    "Plan",
                    "Policy",
                    "Price",
                    "Product",
                    "Profile",
                    "Quota",
                    "Rate",
                    "Receipt",
                    "Record",
                    "Refund",
                    "Region",
                    "Report",
                    "Request",
                    "Return",
                    "Risk",
                    "Route",
                    "Rule",
                    "Schedule",
                    "Segment",
                    "Session",
                    "Shelf",
                    "Shipment",
                    "Stock",
                    "Supplier",
                    "Survey",
                    "Tariff",
                    "Tax",
                    "Tenant",
                    "Ticket",
                    "Token",
                    "Tour",
                    "Vehicle",
                    "Visit",
                    "Voucher",
                    "Warehouse",
                    "Zone");
    static final List<String> ROLES =
            List.of(
                    "Service", "Store", "Reader", "Writer", "Checker", "Rules", "Client", "Mapper",
                    "Queue", "View", "Form", "Table", "Cache", "Worker", "Codec", "Filter");
    static final List<String> VERBS =
            List.of(
                    "add", "apply", "archive", "assign", "book", "cancel", "check", "close",
                    "collect", "compare", "count", "find", "fold", "join", "list", "load", "match",
                    "merge", "move", "open", "order", "print", "read", "refuse", "renew", "scale",
                    "send", "sort", "split", "start", "sum", "take", "trace", "weigh", "write");
    static final List<String> FIRST =
            List.of(
                    "Ada", "Amir", "Anna", "Bela", "Carla", "Chen", "Dana", "Emil", "Eva", "Farid",
                    "Greta", "Hana", "Ines", "Ivo", "Jana", "Kofi", "Lea", "Malik", "Mina", "Nora",
                    "Olga", "Pavel", "Rosa", "Sven", "Tara", "Uma", "Vera", "Yuki");
    static final List<String> LAST =
            List.of(
                    "Abel", "Berg", "Costa", "Dietz", "Eriksen", "Fabri", "Gruber", "Hayashi",
                    "Ivanova", "Jansen", "Keller", "Lindt", "Moreau", "Nagy", "Okafor", "Petrov",
                    "Quist", "Rossi", "Silva", "Takeda", "Urban", "Vogel", "Weber", "Young",
                    "Zeman");

    private Words() {}

    static String low(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
