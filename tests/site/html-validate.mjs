// Rules for the markup of the built site: those of the HTML standard, not those of a house style.
export default {
  root: true,
  extends: ["html-validate:standard"],
  // Material writes tabindex="" on labels of its navigation.
  elements: ["html5", { "*": { attributes: { tabindex: { enum: ["/-?\\d*/"] } } } }],
  rules: {
    // Cells of a table say `align`: a style attribute would need unsafe-inline in the security policy.
    "no-deprecated-attr": "off",
    // Material's drawer is a checkbox with autocomplete="off".
    "valid-autocomplete": "off",
    // Material's own ids start with two underscores.
    "valid-id": ["error", { relaxed: true }],
  },
};
