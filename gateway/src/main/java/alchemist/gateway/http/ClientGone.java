package alchemist.gateway.http;

import java.io.IOException;

/** The client broke off before all was read or written; there is nobody left to answer. */
public final class ClientGone extends IOException {
    private static final long serialVersionUID = 1;

    ClientGone(String what, IOException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
