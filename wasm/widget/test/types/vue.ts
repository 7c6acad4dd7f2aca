// The element as Vue's templates know it.

import type { GlobalComponents } from "vue";
import type {} from "@zio-collectief/zio-calculator/vue";

type Props = InstanceType<GlobalComponents["zio-calculator"]>["$props"];

export const right: Props = { school: "00OS00", lang: "en", "heading-level": "3" };

// @ts-expect-error: there is no such language
export const wrong: Props = { lang: "fr" };
