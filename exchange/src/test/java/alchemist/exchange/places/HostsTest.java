package alchemist.exchange.places;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import alchemist.exchange.ReadingFailed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostsTest {
    @ParameterizedTest
    @CsvSource({
        "93.184.215.14, true",
        "0.0.0.0, false",
        "10.1.2.3, false",
        "100.64.0.1, false",
        "127.0.0.1, false",
        "127.255.0.9, false",
        "169.254.169.254, false",
        "172.16.0.1, false",
        "172.32.0.1, true",
        "192.0.2.7, false",
        "192.168.1.1, false",
        "198.18.0.1, false",
        "203.0.113.9, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::, false",
        "fe80::1, false",
        "fc00::1, false",
        "fd12:3456::1, false",
        "ff02::1, false",
        "2001:db8::1, false",
        "2002:7f00:1::, false",
        "::ffff:127.0.0.1, false",
        "64:ff9b::7f00:1, false",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c, true"
    })
    void onlyTheInternetIsPublic(String address, boolean isPublic) throws UnknownHostException {
        assertEquals(isPublic, Hosts.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "0x7f000001", "127.1", "2130706433", "[::1]"})
    void thisMachineIsNotAskedHoweverItIsWritten(String host) {
        ReadingFailed refused =
                assertThrows(ReadingFailed.class, () -> new Hosts("").require(host));
        assertTrue(
                refused.what().contains("is no host of the Internet")
                        || refused.what().contains("there is no host"),
                refused::what);
    }

    @Test
    void whatIsNamedIsAsked() {
        Hosts hosts = new Hosts(" git.intra , LOCALHOST");
        assertDoesNotThrow(() -> hosts.require("localhost"));
        assertDoesNotThrow(() -> hosts.require("Git.Intra"));
    }
}
