package io.decklog.wiring.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;

/**
 * Ends the start of a process that would be open to others while it cannot tell one caller from another. A log nobody
 * vouches for is worth nothing.
 */
final class LoopbackOnly implements InitializingBean {

    private final Environment environment;

    LoopbackOnly(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() {
        refuseUnlessLoopback("server.address");
        if (environment.containsProperty("management.server.address")) {
            refuseUnlessLoopback("management.server.address");
        }
    }

    private void refuseUnlessLoopback(String setting) {
        var address = environment.getProperty(setting, "0.0.0.0");
        if (!isLoopback(address)) {
            throw new OpenAddressException(setting, address);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
