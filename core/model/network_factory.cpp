#include "core/model/network_factory.h"

#include "core/model/pictures/picture_networks.h"
#include "core/model/table_networks.h"

namespace fairloom {

namespace {

bool has_pictures(const NetworkShape &shape)
{
    return shape.picture_size > 0;
}

} // namespace

std::shared_ptr<EncoderNet> make_encoder(const NetworkShape &shape, int hidden, int depth)
{
    if (has_pictures(shape))
        return std::make_shared<PictureEncoderNet>(shape, hidden, depth);
    return std::make_shared<TableEncoderNet>(shape, hidden, depth);
}

std::shared_ptr<DecoderNet> make_decoder(const NetworkShape &shape, int hidden, int depth)
{
    if (has_pictures(shape))
        return std::make_shared<PictureDecoderNet>(shape, hidden, depth);
    return std::make_shared<TableDecoderNet>(shape, hidden, depth);
}

std::int64_t encoder_parameters(const NetworkShape &shape, int hidden, int depth)
{
    return has_pictures(shape) ? PictureEncoderNet::parameter_count(shape, hidden, depth) : TableEncoderNet::parameter_count(shape, hidden, depth);
}

int widest_hidden(const NetworkShape &shape, int depth, std::int64_t budget)
{
    int hidden = 4;
    while (encoder_parameters(shape, hidden + 1, depth) <= budget)
        ++hidden;
    return hidden;
}

} // namespace fairloom
