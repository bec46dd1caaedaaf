package io.tillsync.console.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Finds the place that an address names; one that the visitor does not see is not there. */
@Component
class PlaceInterceptor implements HandlerInterceptor {

    static final String PLACE = "place";

    private final Places places;

    PlaceInterceptor(Places places) {
        this.places = places;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isFirst =
                request.getDispatcherType() == DispatcherType.REQUEST; // A stream that ends is dispatched again.
        if (isFirst
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("store") instanceof String store) {
            Place place = Visitors.current()
                    .flatMap(visitor -> places.find(visitor, store))
                    .orElseThrow(NoSuchPage::new);
            request.setAttribute(PLACE, place);
        }
        return true;
    }
}
