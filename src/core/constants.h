/* constants.h: what exp and log are made of. Printed by constants.py; do not edit. All numbers are
 * cut, not rounded. */
#ifndef CNN_CONSTANTS_H
#define CNN_CONSTANTS_H

#include "wide.h"

/* ln 2 * 2^512, the first word first. */
#define CNN_LN2_WORDS 8
static const uint64_t cnn_ln2[CNN_LN2_WORDS] = {
    0xb17217f7d1cf79ab, /* 0 */
    0xc9e3b39803f2f6af, /* 1 */
    0x40f343267298b62d, /* 2 */
    0x8a0d175b8baafa2b, /* 3 */
    0xe7b876206debac98, /* 4 */
    0x559552fb4afa1b10, /* 5 */
    0xed2eae35c1382144, /* 6 */
    0x27573b291169b825, /* 7 */
};

/* 4096/ln 2 * 2^51 */
#define CNN_STEPS_IN_ONE UINT64_C(0xb8aa3b295c17f0bb)

/* 2^(i/64) * 2^127 */
static const cnn_wide cnn_coarse_roots[64] = {
    {0x8000000000000000, 0x0000000000000000}, /* 0 */
    {0x8164d1f3bc030773, 0x7be56527bd14def4}, /* 1 */
    {0x82cd8698ac2ba1d7, 0x3e2a475b46520bff}, /* 2 */
    {0x843a28c3acde4046, 0x1af92eca13fd1582}, /* 3 */
    {0x85aac367cc487b14, 0xc5c95b8c2154c1b2}, /* 4 */
    {0x871f61969e8d1010, 0x3a1727c57b52a956}, /* 5 */
    {0x88980e8092da8527, 0x5df8d76c98c67562}, /* 6 */
    {0x8a14d575496efd9a, 0x080ca1d92c3680c2}, /* 7 */
    {0x8b95c1e3ea8bd6e6, 0xfbe4628758a53c90}, /* 8 */
    {0x8d1adf5b7e5ba9e5, 0xb4c7b4968e41ad36}, /* 9 */
    {0x8ea4398b45cd53c0, 0x2dc0144c8783d4c5}, /* 10 */
    {0x9031dc431466b1dc, 0x775814a8494e87e2}, /* 11 */
    {0x91c3d373ab11c336, 0x0fd6d8e0ae5ac9d8}, /* 12 */
    {0x935a2b2f13e6e92b, 0xd339940e9d924ee7}, /* 13 */
    {0x94f4efa8fef70961, 0x2e8afad12551de54}, /* 14 */
    {0x96942d3720185a00, 0x48ea9b683a9c22c4}, /* 15 */
    {0x9837f0518db8a96f, 0x46ad23182e42f6f6}, /* 16 */
    {0x99e0459320b7fa64, 0xe43086cb34b5fcae}, /* 17 */
    {0x9b8d39b9d54e5538, 0xa2a817a2a3cc3f1f}, /* 18 */
    {0x9d3ed9a72cffb750, 0xde494cf050e99b0b}, /* 19 */
    {0x9ef5326091a111ad, 0xa0911f09ebb9fdd1}, /* 20 */
    {0xa0b0510fb9714fc2, 0x192dc79edb0fd9a9}, /* 21 */
    {0xa27043030c496818, 0x9b7a04ef80cfdea7}, /* 22 */
    {0xa43515ae09e6809e, 0x0d1db4831781e1ee}, /* 23 */
    {0xa5fed6a9b15138ea, 0x1cbd7f621710701b}, /* 24 */
    {0xa7cd93b4e9653569, 0x9ec5b4d5039f72af}, /* 25 */
    {0xa9a15ab4ea7c0ef8, 0x541e24ec3531fa73}, /* 26 */
    {0xab7a39b5a93ed337, 0x658023b2759e0079}, /* 27 */
    {0xad583eea42a14ac6, 0x4980a8c8f59a2ec4}, /* 28 */
    {0xaf3b78ad690a4374, 0xdf26101ccbb35032}, /* 29 */
    {0xb123f581d2ac258f, 0x87d037e96d215d8e}, /* 30 */
    {0xb311c412a9112489, 0x3ecf14dc798a519b}, /* 31 */
    {0xb504f333f9de6484, 0x597d89b3754abe9f}, /* 32 */
    {0xb6fd91e328d17791, 0x07165f0ddd541a59}, /* 33 */
    {0xb8fbaf4762fb9ee9, 0x1b879778566b65a1}, /* 34 */
    {0xbaff5ab2133e45fb, 0x74d519d24593838c}, /* 35 */
    {0xbd08a39f580c36be, 0xa8811fb66d0faf7a}, /* 36 */
    {0xbf1799b67a731082, 0xe815d0abcbf0b850}, /* 37 */
    {0xc12c4cca66709456, 0x7c457d59a50087b5}, /* 38 */
    {0xc346ccda24976407, 0x20ec856128b83a42}, /* 39 */
    {0xc5672a115506dadd, 0x3e2ad0c964dd9f37}, /* 40 */
    {0xc78d74c8abb9b15c, 0xc13a2e3976c0277e}, /* 41 */
    {0xc9b9bd866e2f27a2, 0x80e1f92a0511697e}, /* 42 */
    {0xcbec14fef2727c5c, 0xf4907c8f45ebf6dc}, /* 43 */
    {0xce248c151f8480e3, 0xe235838f95f2c6ed}, /* 44 */
    {0xd06333daef2b2594, 0xd6d45c6559a4d502}, /* 45 */
    {0xd2a81d91f12ae45a, 0x12248e57c3de4028}, /* 46 */
    {0xd4f35aabcfedfa1f, 0x5921deffa6262c5a}, /* 47 */
    {0xd744fccad69d6af4, 0x39a68bb9902d3fde}, /* 48 */
    {0xd99d15c278afd7b5, 0xfe873deca3e12bab}, /* 49 */
    {0xdbfbb797daf23755, 0x3d840d5a9e29aa64}, /* 50 */
    {0xde60f4825e0e9123, 0xdd07a2d9e8466859}, /* 51 */
    {0xe0ccdeec2a94e111, 0x065895048dd333ca}, /* 52 */
    {0xe33f8972be8a5a51, 0x09bfe90795980eec}, /* 53 */
    {0xe5b906e77c8348a8, 0x1e5e8f4a4edbb0ec}, /* 54 */
    {0xe8396a503c4bdc68, 0x791790d0ac70c7dd}, /* 55 */
    {0xeac0c6e7dd24392e, 0xd02d75b3706e54fa}, /* 56 */
    {0xed4f301ed9942b84, 0x600d2db6a64bfb12}, /* 57 */
    {0xefe4b99bdcdaf5cb, 0x46561cf6948db912}, /* 58 */
    {0xf281773c59ffb139, 0xe8980a9cc8f47a4b}, /* 59 */
    {0xf5257d152486cc2c, 0x7b9d0c7aed980fc3}, /* 60 */
    {0xf7d0df730ad13bb8, 0xfe90d496d60fb6ea}, /* 61 */
    {0xfa83b2db722a033a, 0x7c25bb14315d7fcc}, /* 62 */
    {0xfd3e0c0cf486c174, 0x853f3a5931e0ee03}, /* 63 */
};

/* 2^(i/4096) * 2^127 */
static const cnn_wide cnn_fine_roots[64] = {
    {0x8000000000000000, 0x0000000000000000}, /* 0 */
    {0x80058baf7fee3b5d, 0x1c718b38e549cb93}, /* 1 */
    {0x800b179c82028fd0, 0x945e54e2ae18f2f0}, /* 2 */
    {0x8010a3c708e73282, 0x2b96d62d51c15a07}, /* 3 */
    {0x8016302f17467628, 0x3690dfe44d11d008}, /* 4 */
    {0x801bbcd4afcacb08, 0xe23a986bd3e626f0}, /* 5 */
    {0x802149b7d51ebefb, 0x7bdbadbc888aeb29}, /* 6 */
    {0x8026d6d889ecfd69, 0xb904bbfb40d3a2b6}, /* 7 */
    {0x802c6436d0e04f50, 0xff8ce94a6797b3ce}, /* 8 */
    {0x8031f1d2aca39b43, 0xad9db772901d96b5}, /* 9 */
    {0x80377fac1fe1e56a, 0x61cd0bffd7cfc682}, /* 10 */
    {0x803d0dc32d464f85, 0x43456f71b96affd4}, /* 11 */
    {0x80429c17d77c18ed, 0x49fc841afba9c3c5}, /* 12 */
    {0x80482aaa212e9e95, 0x86f7b54f6c45c85e}, /* 13 */
    {0x804db97a0d095b0c, 0x6c9f1f7d1efcfe68}, /* 14 */
    {0x805348879db7e67d, 0x171eb1ceef1d1f28}, /* 15 */
    {0x8058d7d2d5e5f6b0, 0x94d589f608ee4aa2}, /* 16 */
    {0x805e675bb83f5f0f, 0x2ed38ab8472b2143}, /* 17 */
    {0x8063f722477010a1, 0xb1652de1378af1a0}, /* 18 */
    {0x8069872686241a12, 0xb4ad9233a0390cac}, /* 19 */
    {0x806f17687707a7af, 0xe54ec5f966eb1872}, /* 20 */
    {0x8074a7e81cc7036b, 0x4d204ecfc11f4aaa}, /* 21 */
    {0x807a38a57a0e94dc, 0x9bf3ef4d9be2d1e4}, /* 22 */
    {0x807fc9a0918ae142, 0x7068ab2230585d12}, /* 23 */
    {0x80855ad965e88b83, 0xa0cc0a49c10ea66a}, /* 24 */
    {0x808aec4ff9d45430, 0x84099bf6830f2767}, /* 25 */
    {0x80907e044ffb1984, 0x3aa8b9cbbc65a8aa}, /* 26 */
    {0x80960ff66b09d765, 0xf7d88c0928ba3946}, /* 27 */
    {0x809ba2264dada76a, 0x4a8a4f44bb703db6}, /* 28 */
    {0x80a13493fa93c0d4, 0x6699dc50dd96b773}, /* 29 */
    {0x80a6c73f74697897, 0x6e0472ed4ccfa2df}, /* 30 */
    {0x80ac5a28bddc4157, 0xba2dc7e0c72e51ba}, /* 31 */
    {0x80b1ed4fd999ab6c, 0x25335719b6e6fd20}, /* 32 */
    {0x80b780b4ca4f64df, 0x534dfa7417846aa4}, /* 33 */
    {0x80bd145792ab3970, 0xfc41c5c2d5336ccc}, /* 34 */
    {0x80c2a838355b1297, 0x34dc28baed8f3fde}, /* 35 */
    {0x80c83c56b50cf77f, 0xb880575ea03548c1}, /* 36 */
    {0x80cdd0b3146f0d11, 0x32c1f98704428c71}, /* 37 */
    {0x80d3654d562f95ec, 0x890e222a5eb95372}, /* 38 */
    {0x80d8fa257cfcf26e, 0x24628efd9ca9d59a}, /* 39 */
    {0x80de8f3b8b85a0af, 0x3b13310f5ad57fb0}, /* 40 */
    {0x80e4248f84783c87, 0x1a9dfefaeb616563}, /* 41 */
    {0x80e9ba216a837f8c, 0x718d1151d109bf97}, /* 42 */
    {0x80ef4ff140564116, 0x996709da2e25f04b}, /* 43 */
    {0x80f4e5ff089f763e, 0xe0adc640acaa6b0a}, /* 44 */
    {0x80fa7c4ac60e31e1, 0xd4eb5edc6b341283}, /* 45 */
    {0x810012d47b51a4a0, 0x8ccd7223820719e3}, /* 46 */
    {0x8105a99c2b191ce1, 0xf24ebd6eb9ca4292}, /* 47 */
    {0x810b40a1d81406d4, 0x0cef03ab14a6654f}, /* 48 */
    {0x8110d7e584f1ec6d, 0x4bf94297d1519822}, /* 49 */
    {0x81166f673462756d, 0xd0d8372f966cf15d}, /* 50 */
    {0x811c0726e9156760, 0xb97931db7b7be2ec}, /* 51 */
    {0x81219f24a5baa59d, 0x6abd3b0eab9c7047}, /* 52 */
    {0x812737606d023148, 0xdaf888e965081519}, /* 53 */
    {0x812ccfda419c2956, 0xdc8046821f46122d}, /* 54 */
    {0x813268922638ca8b, 0x6846ad73a8d9027f}, /* 55 */
    {0x813801881d886f7b, 0xe885724f14131286}, /* 56 */
    {0x813d9abc2a3b9090, 0x83768490519df895}, /* 57 */
    {0x8143342e4f02c405, 0x661b22b45e25de17}, /* 58 */
    {0x8148cdde8e8ebdec, 0x0f11430fef78c6ee}, /* 59 */
    {0x814e67cceb90502c, 0x99775205944eadc4}, /* 60 */
    {0x815401f968b86a87, 0x07de463a40d18260}, /* 61 */
    {0x81599c6408b81a94, 0x8f4a0b6748df795f}, /* 62 */
    {0x815f370cce408bc8, 0xe2404468cfe5ab9f}, /* 63 */
};

/* 1/i! * 2^128, from 1/2! on */
static const cnn_wide cnn_inverse_factorials[5] = {
    {0x8000000000000000, 0x0000000000000000}, /* 2 */
    {0x2aaaaaaaaaaaaaaa, 0xaaaaaaaaaaaaaaaa}, /* 3 */
    {0x0aaaaaaaaaaaaaaa, 0xaaaaaaaaaaaaaaaa}, /* 4 */
    {0x0222222222222222, 0x2222222222222222}, /* 5 */
    {0x005b05b05b05b05b, 0x05b05b05b05b05b0}, /* 6 */
};

/* 1/i * 2^128, from 1/2 on */
static const cnn_wide cnn_inverses[7] = {
    {0x8000000000000000, 0x0000000000000000}, /* 2 */
    {0x5555555555555555, 0x5555555555555555}, /* 3 */
    {0x4000000000000000, 0x0000000000000000}, /* 4 */
    {0x3333333333333333, 0x3333333333333333}, /* 5 */
    {0x2aaaaaaaaaaaaaaa, 0xaaaaaaaaaaaaaaaa}, /* 6 */
    {0x2492492492492492, 0x4924924924924924}, /* 7 */
    {0x2000000000000000, 0x0000000000000000}, /* 8 */
};

#endif
