package se.knutpunkt.portal.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Everything below {@code /api} but the events ({@link EventsServlet}), so that a wrong address there also answers with a problem document. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                CasesResource.class,
                ChangesResource.class,
                XmlContractResource.class,
                FormSchemaResource.class,
                HandoverResource.class,
                ApiInfoResource.class,
                ProblemExceptionMapper.class,
                WebExceptionMapper.class,
                FaultMapper.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        // the contract is the OpenAPI document; Jersey's own description would be a second one
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
