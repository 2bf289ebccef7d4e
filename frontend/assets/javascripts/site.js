/** What every page loads. */

import "./calculator-element.js";
