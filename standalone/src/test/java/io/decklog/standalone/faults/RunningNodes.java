package io.decklog.standalone.faults;

import io.decklog.command.CommandSide;
import io.decklog.query.QuerySide;
import io.decklog.standalone.NodeProcess;
import io.decklog.standalone.faults.Network.Cable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Two command sides and two query sides on one PostgreSQL in a network of its own, for every test that asks for them:
 * starting them is what takes time. Between the first command side and its cable stands a proxy.
 */
final class RunningNodes implements ParameterResolver {

    /**
     * What runs.
     *
     * @param cables in the order of the nodes: command sides, then query sides
     */
    record Nodes(
            Path folder,
            Network network,
            PostgresServer database,
            CuttingProxy proxy,
            List<Cable> cables,
            List<NodeProcess> commandNodes,
            List<NodeProcess> queryNodes)
            implements AutoCloseable {

        static Nodes start() throws Exception {
            var folder = Files.createTempDirectory("decklog-nodes");
            var database = PostgresServer.in(folder.resolve("data"));
            var network = Network.open();
            var cables = List.of(network.cable(), network.cable(), network.cable(), network.cable());
            database.start();
            var proxy = new CuttingProxy(cables.getFirst().address(), PostgresServer.PORT);
            var throughProxy = database.at("127.0.0.1", proxy.port());
            var nodes = new Nodes(
                    folder,
                    network,
                    database,
                    proxy,
                    cables,
                    List.of(
                            new NodeProcess(CommandSide.class, throughProxy, folder),
                            node(CommandSide.class, database, cables.get(1), folder)),
                    List.of(
                            node(QuerySide.class, database, cables.get(2), folder),
                            node(QuerySide.class, database, cables.get(3), folder)));
            for (var node : nodes.all()) {
                node.start();
            }
            try {
                for (var node : nodes.all()) {
                    node.awaitReady();
                }
            } catch (AssertionError notReady) {
                nodes.close();
                throw notReady;
            }
            return nodes;
        }

        private static NodeProcess node(Class<?> side, PostgresServer database, Cable cable, Path folder) {
            return new NodeProcess(side, database.at(cable.address()), folder);
        }

        List<NodeProcess> all() {
            return Stream.concat(commandNodes.stream(), queryNodes.stream()).toList();
        }

        List<URI> writers() {
            return commandNodes.stream().map(NodeProcess::address).toList();
        }

        Reckoning reckoning() {
            return new Reckoning(
                    writers(), queryNodes.stream().map(NodeProcess::address).toList());
        }

        @Override
        public void close() {
            try {
                end();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void end() throws IOException, InterruptedException {
            for (var node : all()) {
                node.kill();
            }
            proxy.close();
            database.stop("immediate");
            network.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Nodes.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Network.demandTools();
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningNodes.class))
                .computeIfAbsent(Nodes.class, _ -> started(), Nodes.class);
    }

    private static Nodes started() {
        try {
            return Nodes.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
