package io.tillsync.console.login;

import io.tillsync.console.page.Visitor;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A visitor as Spring Security carries one. */
final class VisitorToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Visitor visitor;

    VisitorToken(Visitor visitor) {
        super(List.of(
                new SimpleGrantedAuthority("ROLE_" + visitor.principal().role().name())));
        this.visitor = visitor;
        setAuthenticated(true);
    }

    Visitor visitor() {
        return visitor;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return visitor;
    }
}
