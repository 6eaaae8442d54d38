package alchemist.exchange.code;

import java.util.Set;

/** Names that so many methods of others have that one of ours says nothing by its name alone. */
final class CommonNames {
    private static final Set<String> ALL =
            Set.of(
                    """
                    accept add append apply begin build call cancel clear clone close compare compareTo
                    contains copy count create delete emit empty encode decode end equals error exists
                    filter find finish first flush forEach format from get has hash hashCode index init
                    insert is items iterator join key keys last length list load lock log main make map
                    match max merge min name new next of open parse path peek poll pop print println
                    push put read reduce remove replace reset resolve run save search send set size
                    sort split start stop stream substring test text then toString trim type unlock
                    update value values visit wait with write info warn debug some expect
                    as_ref as_str default deserialize equal fatal field from_str fmt into into_iter is_empty
                    is_err is_none is_ok is_some serialize to_owned to_string try_from try_into unwrap
                    charAt concat endsWith entries every extend fill finally findIndex flat flatMap
                    fromEntries includes indexOf lower padEnd padStart repeat replaceAll reverse
                    shift slice splice startsWith string strip toLowerCase toUpperCase unshift upper
                    """
                            .strip()
                            .split("\\s+", -1));

    private CommonNames() {}

    static boolean has(String name) {
        // Go writes what others may call with a capital.
        return ALL.contains(name)
                || (!name.isEmpty()
                        && ALL.contains(Character.toLowerCase(name.charAt(0)) + name.substring(1)));
    }
}
