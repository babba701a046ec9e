// What a run will hold is known before it is made (models/start/estimate.hpp).
#include "models/start/estimate.hpp"

#include "tests/models/fixture.hpp"

using namespace rongtong;

TEST_CASE("the number of links is known before they are drawn")
{
    for (const double base : {0.0, 3.0, 12.0}) {
        Setup setup = small_setup(3000);
        setup.parameters.network.links_base = base;
        const Economy e = start_economy(setup);
        const double links = static_cast<double>(e.links.network.edges()) / static_cast<double>(e.firms.rows());
        INFO(base << " " << links);
        CHECK(mean_links(setup) == Approx(links).epsilon(0.1));
    }
}
