package alchemist.gateway.http;

/** The methods that operations have. HEAD and OPTIONS are answered for all of them. */
public enum Method {
    GET,
    POST
}
